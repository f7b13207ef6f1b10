import { describe, expect, it } from 'vitest'
import { renderReport, reportFormats } from '../../../src/diff/render/index.js'
import type { DiffRun } from '../../../src/diff/run.js'
import type { JsonValue } from '../../../src/util/own.js'
import { becameRequired, emptyRun, fullRun, ordersReport, plainContext, runOf, unchangedReport } from './support.js'

/** What holds of every format alike. */
describe.each(reportFormats)('%s', (format) => {
  const render = (run: DiffRun): string => renderReport(format, run, plainContext)

  it('ends with a newline, and is no more than that only for a log without findings', () => {
    for (const run of [fullRun, emptyRun, runOf(unchangedReport)]) {
      expect(render(run)).toMatch(format === 'github' && run !== fullRun ? /^$/ : /[^\n]\n$/)
    }
  })

  it('says "no changes" of nothing but what is unchanged', () => {
    const error = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    for (const run of [fullRun, emptyRun, { ...emptyRun, diagnostics: error }, runOf(ordersReport)]) {
      const shown = render({ ...run, reports: run.reports.filter(({ verdict }) => verdict !== 'unchanged') })
      expect(shown.toLowerCase()).not.toContain('no changes')
    }
  })

  it('does not run out of stack on a payload of any depth', () => {
    let value: JsonValue = 1
    for (let level = 0; level < 20_000; level++) value = level % 2 ? [value] : { a: value }
    const finding = { ...becameRequired, witness: { value, reason: 'too deep' } }
    expect(render(runOf({ ...ordersReport, findings: [finding] }))).toContain('too deep')
  })

  it('leaves the run as it was', () => {
    const frozen = freeze(structuredClone(fullRun))
    expect(render(frozen)).toBe(render(fullRun))
  })
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const member of Object.values(Object.freeze(value))) freeze(member)
  return value
}
