/** A whole request as a witness, in every format that shows witnesses. */
import { expect, test } from 'vitest'
import { type ReportFormat, renderReport } from '../../../src/diff/render/index.js'
import type { Finding } from '../../../src/diff/report.js'
import { becameRequired, ordersReport, plainContext, runOf } from './support.js'

const raw = 'POST /orders\nX-Trace: a\nContent-Type: application/json\n\n{"sku":"<b>&\\u0007"}'
const finding: Finding = { ...becameRequired, witness: { raw, reason: 'nothing answers there any more' } }
const render = (format: ReportFormat, shown: Finding = finding): string =>
  renderReport(format, runOf({ ...ordersReport, findings: [shown] }), plainContext)

test('in the terminal, line by line', () => {
  expect(render('text')).toContain(`
    this request was accepted and is refused now:
      POST /orders
      X-Trace: a
      Content-Type: application/json

      {"sku":"<b>&\\u0007"}
      nothing answers there any more
`)
})

test('in Markdown, as a block of text', () => {
  expect(render('markdown')).toContain(
    '```\nPOST /orders\nX-Trace: a\nContent-Type: application/json\n\n{"sku":"<b>&\\u0007"}\n```',
  )
})

test('in the page, escaped', () => {
  expect(render('html')).toContain(
    '<pre>POST /orders\nX-Trace: a\nContent-Type: application/json\n\n{&quot;sku&quot;:&quot;&lt;b&gt;&amp;\\u0007&quot;}</pre>',
  )
})

test('in JSON as it is, and in SARIF', () => {
  const { findings } = JSON.parse(render('json')) as { findings: { witness: unknown }[] }
  expect(findings[0]?.witness).toEqual({ raw, reason: 'nothing answers there any more' })
  const sentence =
    'This request was accepted and is refused now: POST /orders, X-Trace: a, Content-Type: application/json'
  expect(render('sarif')).toContain(sentence)
})

test('a name with a newline makes no line of its own that could be taken for one of the report', () => {
  const forged = { ...finding, witness: { raw: 'GET /a\r\u001b[2J\n##vso[task]', reason: 'x' } }
  const text = render('text', forged)
  expect(text).not.toContain('\u001b')
  expect(text).not.toContain('##vso[')
})
