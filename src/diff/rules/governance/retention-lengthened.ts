import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { periodChangeOf, spokenPeriod } from './retention-period.js'
import { dataOf } from './subject.js'
import { word } from './word.js'

export const retentionLengthened = defineDiffRule({
  code: 'TK3360',
  name: 'retention-lengthened',
  category: 'governance',
  claims: [
    'governance.retention:changed',
    'governance.retention:removed',
    'schema.retention:changed',
    'schema.retention:removed',
  ],
  summary: 'Data is kept longer than before.',
  message: '{data} is kept {to} instead of {from}',
  help: 'Keep the period for data that is there already, or have those whose data it is agree.',
  why: 'Data that should be gone is still there: for those who ask for it, for those who steal it, and against the promise that it is kept no longer than needed (GDPR, Art. 5 (1) e).',
  example: ordersExample({ root: 'x-data-retention: P30D' }, { root: 'x-data-retention: P90D' }, [
    'breaking retention-lengthened GET /orders/{tenant}: data is kept for P90D instead of for P30D',
  ]),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const before = word<Retention>(from)
    if (!to)
      return {
        level: 'breaking',
        params: { data, from: spokenPeriod(before?.period ?? ''), to: 'for as long as one likes' },
      }
    const change = periodChangeOf(from, to)
    if (change?.order !== 'longer') return undefined
    return { level: 'breaking', params: { data, from: spokenPeriod(change.from), to: spokenPeriod(change.to) } }
  },
})
