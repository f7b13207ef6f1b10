import { describe, expect, it } from 'vitest'
import { diff } from '../../../src/api/diff.js'
import { createSourceLines } from '../../../src/commands/source-lines.js'
import { renderReport, reportFormats } from '../../../src/diff/index.js'
import { isNamedReport, isReport, isSarif } from './schemas.js'
import { plainContext } from './support.js'
import { parseXml } from './xml.js'

/** Reports of the example contracts as the comparison makes them, in every format. */
describe.each([
  ['one pair', 'contracts/orders.v1.openapi.yaml', ['contracts/orders.openapi.yaml']],
  ['events', 'contracts/order-events.v1.asyncapi.yaml', ['contracts/order-events.asyncapi.yaml']],
  ['itself', 'contracts/orders.openapi.yaml', ['contracts/orders.openapi.yaml']],
  ['a folder with itself', 'contracts', ['contracts']],
])('%s', (_, base, heads) => {
  const compared = diff({ base, heads, today: '2026-01-01', environment: {} })

  it.each(reportFormats)('as %s', async (format) => {
    const run = await compared
    const context = { ...plainContext, linesOf: createSourceLines(), showInfo: true }
    const shown = renderReport(format, run, context)
    expect(shown).toBe(renderReport(format, structuredClone(run), { ...context, linesOf: createSourceLines() }))
    expect(shown).not.toMatch(/undefined|\[object|NaN/)
    if (format === 'json') {
      const value: unknown = JSON.parse(shown)
      expect([isReport(value), isReport.errors]).toEqual([true, null])
      expect([isNamedReport(value), isNamedReport.errors]).toEqual([true, null])
    } else if (format === 'sarif') {
      expect([isSarif(JSON.parse(shown)), isSarif.errors]).toEqual([true, null])
    } else if (format === 'junit') {
      expect(parseXml(shown).name).toBe('testsuites')
    } else if (format === 'gitlab') {
      const entries = JSON.parse(shown) as readonly { readonly fingerprint: string }[]
      expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
    } else if (format === 'html') {
      const ids = [...shown.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
