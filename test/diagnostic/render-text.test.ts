import { describe, expect, it } from 'vitest'
import { diagnostic } from '../../src/diagnostic/index.js'
import { countText, renderText } from '../../src/diagnostic/render/text.js'

const text = ['paths:', '  /orders:', '    get:', "      operationId: 'listOrders'", '      tags: [orders]'].join('\n')
const span = {
  file: 'orders.yaml',
  line: 4,
  column: 20,
  endLine: 4,
  endColumn: 32,
  pointer: '/paths/~1orders/get/operationId',
}

const linesOf = (content: string) => (_file: string, first: number, last: number) =>
  content.split('\n').slice(first - 1, last)

describe('renderText', () => {
  it('shows place, code, the lines that lead there, the message at the mark, help and how to learn more', () => {
    const problem = diagnostic('TK1301', { operation: 'listOrders' }, { span })
    expect(renderText([problem], { linesOf: linesOf(text) })).toBe(`orders.yaml:4:20  error TK1301 ${problem.name}

  2 │   /orders:
  3 │     get:
  4 │       operationId: 'listOrders'
    │                    ^^^^^^^^^^^^ ${problem.message}

  ${problem.help ?? ''}
  tenantkit explain TK1301
`)
  })

  it('cuts a minified document to a window around the span', () => {
    const long = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`
    const at = { file: 'a.json', line: 1, column: 5001, endLine: 1, endColumn: 5005 }
    const [, , excerpt, mark] = renderText([diagnostic('TK9001', { what: 'x' }, { span: at })], {
      linesOf: linesOf(long),
    }).split('\n')
    expect(excerpt).toBe(`  1 │ ${'x'.repeat(50)}HERE${'y'.repeat(46)}`)
    expect(mark).toBe(`    │ ${' '.repeat(50)}^^^^ tenantkit failed: x`)
  })

  it('never lets contract text act on the terminal', () => {
    const problem = diagnostic('TK1301', { operation: '\u001b[2Jboo\u202e' })
    const shown = renderText([problem])
    expect(shown).toContain('\\u{1b}[2Jboo\\u{202e}')
    expect(shown).not.toContain('\u001b')
  })

  it('says the message plainly where there is no text to show', () => {
    expect(renderText([diagnostic('TK9001', { what: 'nothing worked' }, { span })])).toContain(
      '\n  tenantkit failed: nothing worked\n',
    )
  })

  it('names other places that take part', () => {
    const related = [{ message: 'first declared here', span: { ...span, line: 2 } }]
    expect(renderText([diagnostic('TK9001', { what: 'x' }, { span, related })])).toContain(
      '  ↳ orders.yaml:2:20  first declared here\n',
    )
  })
})

describe('countText', () => {
  it.each([
    [[], ''],
    [['error'], '1 error'],
    [['warning', 'error', 'warning', 'info'], '1 error, 2 warnings'],
  ] as const)('%j is %j', (severities, expected) => {
    expect(countText(severities.map((severity) => ({ severity })))).toBe(expected)
  })
})
