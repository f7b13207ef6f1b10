/** A whole request as a witness, in every format that shows witnesses. */
import { describe, expect, test } from 'vitest'
import { type ReportFormat, renderReport } from '../../../src/diff/render/index.js'
import { type Finding, outcomes } from '../../../src/diff/report.js'
import { isNamedReport, isReport } from './schemas.js'
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

const scoped: Finding = {
  ...becameRequired,
  witness: {
    raw: 'GET /orders\nAuthorization: Bearer <token of another tenant>',
    reason: 'another tenant is let in',
    outcome: 'let-through',
    now: 'HTTP/1.1 200\nContent-Type: application/json\n\n{"id":1}',
  },
}

describe('with what comes of it now', () => {
  test('in the terminal, a line by itself where it is one', () => {
    expect(render('text', scoped)).toContain(`
    this was refused before and is let through now:
      GET /orders
      Authorization: Bearer <token of another tenant>
      another tenant is let in
    now it is answered with:
      HTTP/1.1 200
      Content-Type: application/json

      {"id":1}
`)
    const refused = { raw: 'GET /orders', reason: 'credentials are missing', now: 'HTTP/1.1 401' }
    expect(render('text', { ...becameRequired, witness: refused })).toContain(`
    this request was accepted and is refused now:
      GET /orders
      credentials are missing
    now it is answered with:  HTTP/1.1 401
`)
  })

  test('in Markdown, as a second block', () => {
    expect(render('markdown', scoped)).toContain(
      [
        '**This was refused before and is let through now:**',
        '```\nGET /orders\nAuthorization: Bearer <token of another tenant>\n```',
        '**Because:** another tenant is let in',
        '**Now it is answered with:**',
        '```\nHTTP/1.1 200\nContent-Type: application/json\n\n{"id":1}\n```',
      ].join('\n\n'),
    )
  })

  test('in the page, as a second block', () => {
    expect(render('html', scoped)).toContain(
      '<p class="reason">another tenant is let in</p>\n<p class="now">Now it is answered with</p>\n<pre>HTTP/1.1 200\nContent-Type: application/json\n\n{&quot;id&quot;:1}</pre>\n</figure>',
    )
  })

  test.each(['sarif', 'junit', 'github', 'gitlab'] as const)('in one sentence in %s', (format) => {
    expect(render(format, scoped)).toContain(
      format === 'sarif' || format === 'gitlab'
        ? 'another tenant is let in); now it is answered with HTTP/1.1 200, Content-Type: application/json, '
        : 'another tenant is let in)',
    )
  })

  test.each(outcomes)('in JSON as the schema has it: %s', (outcome) => {
    const witness = { raw: 'GET /orders', reason: 'so', outcome, now: 'HTTP/1.1 200' }
    const report: unknown = JSON.parse(render('json', { ...becameRequired, witness }))
    expect([isNamedReport(report), isNamedReport.errors]).toEqual([true, null])
    expect(report).toMatchObject({ findings: [{ witness }] })
  })

  test('an outcome that the schema does not know is none', () => {
    const witness = { raw: 'GET /orders', reason: 'so', outcome: 'lost' as 'gone' }
    expect(isReport(JSON.parse(render('json', { ...becameRequired, witness })))).toBe(false)
  })
})
