import { describe, expect, it } from 'vitest'
import { cellCode, code, fenced, htmlCode, link, prose, sentence } from '../../../src/diff/render/markdown/escape.js'

describe('texts in Markdown', () => {
  it.each([
    ['sku', '`sku`'],
    ['a`b', '``a`b``'],
    ['`` ` ```', '```` `` ` ``` ````'],
    [' x ', '`  x  `'],
    ['', '<code></code>'],
    ['a\nb\u001b', '`a\\u{a}b\\u{1b}`'],
  ])('as code: %j', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  it('as code in a table, where a bar ends the cell', () => {
    expect(cellCode('a b')).toBe('`a b`')
    expect(cellCode('a|b')).toBe('<code>a&#124;b</code>')
    expect(cellCode('a\\|b')).toBe('<code>a&#92;&#124;b</code>')
  })

  it.each([
    ['must have required property `sku`', 'must have required property &#96;sku&#96;'],
    [
      '*a* _b_ [c](d) <e> & \\| $x$',
      '&#42;a&#42; &#95;b&#95; &#91;c&#93;(d) &#60;e&#62; &#38; &#92;&#124; &#36;x&#36;',
    ],
    ['@me #1 a:b GH-1 www.x', '@&#8203;me #&#8203;1 a:&#8203;b GH-&#8203;1 www&#8203;.x'],
    ['at 12:30, no: this', 'at 12:&#8203;30, no: this'],
  ])('as prose: %j', (text, expected) => {
    expect(prose(text)).toBe(expected)
  })

  it('as code of HTML', () => {
    expect(htmlCode('a<b>`é`')).toBe('<code>a&#60;b&#62;&#96;é&#96;</code>')
  })

  it('as a sentence with names in it', () => {
    expect(sentence('`sku` became *required* in `A|B`', cellCode, prose)).toBe(
      '`sku` became &#42;required&#42; in <code>A&#124;B</code>',
    )
    expect(sentence('a ` b', code, prose)).toBe('a &#96; b')
  })

  it('as a block', () => {
    expect(fenced('a\n````\nb', 'json')).toBe('`````json\na\n````\nb\n`````')
  })

  it('as a link to the web alone', () => {
    expect(link('x', 'https://a.example/b?c=d&e#L5')).toBe('[x](https://a.example/b?c=d&e#L5)')
    expect(link('x', 'https://a.example/ (b)')).toBe('[x](https://a.example/%20%28b%29)')
    expect(link('x', 'javascript:alert(1)')).toBe('x')
    expect(link('x', undefined)).toBe('x')
  })
})
