import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { docCode, docComment, docText, lineComment } from '../../../src/generate/render/doc.js'

/** Statements and tags that TypeScript sees in a file with this comment and one declaration. */
function seen(comment: string): { statements: number; tags: readonly string[] } {
  const source = ts.createSourceFile('a.ts', `${comment}export type A = 1\n`, ts.ScriptTarget.ESNext, true)
  const [statement] = source.statements
  const tags = statement ? ts.getJSDocTags(statement).map(({ tagName }) => tagName.text) : []
  return { statements: source.statements.length, tags }
}

describe('docText', () => {
  it.each([
    ['*/ CANARY(); /*', '*∕ CANARY(); /*'],
    ['\\u002a/ CANARY()', '\\ u002a/ CANARY()'],
    ['@import {x} from "y"', '\\@import {x} from "y"'],
    ['a\n * @type {any}', 'a\n * \\@type {any}'],
    ['see {@link x}', 'see {\\@link x}'],
    ['mail me@example.com', 'mail me@example.com'],
    ['\u001b[31mred\u001b[0m \u001b]0;title\u0007end', 'red end'],
    ['abc\u202edef\u2066\ud800', 'abcdef'],
    ['one\u2028two\r\nthree\rfour', 'one\ntwo\nthree\nfour'],
    ['\n\n a \n\n\n\n b \n\n', ' a\n\n b'],
    ['```\ncode', '```\ncode\n```'],
  ])('%j', (text, expected) => {
    expect(docText(text)).toBe(expected)
  })

  it('wraps at the width and keeps lists', () => {
    const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ')
    const lines = docText(`- ${words}`).split('\n')
    expect(lines.every((line) => line.length <= 102)).toBe(true)
    expect(lines[0]).toMatch(/^- word0 word1/)
    expect(lines[1]).toMatch(/^ {2}word\d+/)
    expect(lines.join(' ').replace(/\s+/g, ' ')).toBe(`- ${words}`)
  })

  it('leaves code as it is', () => {
    const code = `\`\`\`\n${'x '.repeat(100)}\n\`\`\``
    expect(docText(code)).toBe(`\`\`\`\n${'x '.repeat(100).trimEnd()}\n\`\`\``)
  })

  it('makes no tag by wrapping', () => {
    expect(seen(docComment([docText(`${'x'.repeat(100)} @import y`)])).tags).toEqual([])
  })

  it('never ends the comment or starts a tag', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '*/',
        '*',
        '/',
        '@import',
        '@type {x}',
        '\n',
        '\r',
        ' * ',
        '\\u002a/',
        '- ',
        '`',
        '```',
        '{@link',
        '\u2028',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(seen(docComment([docText(parts.join(''))]))).toEqual({ statements: 1, tags: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('cuts what would bury the code', () => {
    expect(docText('word '.repeat(5_000)).length).toBeLessThan(4_200)
  })
})

describe('docComment', () => {
  it('is one line, several, or nothing', () => {
    expect(docComment([docText('a')], '  ')).toBe('  /** a */\n')
    expect(docComment([docText('a'), docText('b\n\nc')])).toBe('/**\n * a\n * b\n *\n * c\n */\n')
    expect(docComment([undefined, docText('')])).toBe('')
  })
})

describe('lineComment', () => {
  it('is one line', () => {
    expect(lineComment('a\nCANARY()\u2028b\r*/')).toBe('// a CANARY() b *∕')
  })
})

describe('docCode', () => {
  it('has no way out of its quotes', () => {
    expect(docCode('a`b\nc')).toBe("`a'b c`")
    expect(docCode('x'.repeat(100))).toBe(`\`${'x'.repeat(77)}...\``)
  })
})
