import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createSourceLines } from '../../src/commands/source-lines.js'

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-lines-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('createSourceLines', () => {
  it('gives the lines asked for, forwards, again and backwards', () => {
    const file = fileOf('five.yaml', 'one\ntwo\r\ndrei ist größer 🐙\nfour\n')
    const linesOf = createSourceLines()
    expect(linesOf(file, 1, 2)).toEqual(['one', 'two'])
    expect(linesOf(file, 3, 3)).toEqual(['drei ist größer 🐙'])
    expect(linesOf(file, 3, 4)).toEqual(['drei ist größer 🐙', 'four'])
    expect(linesOf(file, 1, 1)).toEqual(['one'])
  })

  it('gives fewer where the file ends', () => {
    const file = fileOf('two.yaml', 'one\ntwo')
    const linesOf = createSourceLines()
    expect(linesOf(file, 2, 4)).toEqual(['two'])
    expect(linesOf(file, 7, 9)).toEqual([])
    expect(linesOf(file, 1, 1)).toEqual(['one'])
    expect(linesOf(fileOf('end.yaml', 'one\n'), 1, 2)).toEqual(['one', ''])
  })

  it('keeps files apart', () => {
    const linesOf = createSourceLines()
    expect(linesOf(fileOf('a.yaml', 'a\nb'), 2, 2)).toEqual(['b'])
    expect(linesOf(fileOf('b.yaml', 'c\nd'), 2, 2)).toEqual(['d'])
  })

  it('gives nothing for what is no file', () => {
    const linesOf = createSourceLines()
    expect(linesOf('git:main:orders.yaml', 1, 1)).toEqual([])
    expect(linesOf(folder, 1, 1)).toEqual([])
  })
})
