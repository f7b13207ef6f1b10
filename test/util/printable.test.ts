import { describe, expect, it } from 'vitest'
import { printable } from '../../src/util/printable.js'

describe('printable', () => {
  it.each([
    ['plain text, ümläuts, 漢字, \u{1f600}\tand\nlines', 'plain text, ümläuts, 漢字, \u{1f600}\tand\nlines'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\rb', 'a\\u{d}b'],
    ['user\u202etxt.exe', 'user\\u{202e}txt.exe'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['\u009b31m', '\\u{9b}31m'],
    ['lone \ud800 half', 'lone \\u{d800} half'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})
