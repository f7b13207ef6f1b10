import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { periodChangeOf, spokenPeriod } from './retention-period.js'
import { dataOf } from './subject.js'

export const retentionChanged = defineDiffRule({
  code: 'TK3362',
  name: 'retention-changed',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Data is kept for another time, and whether that is longer depends.',
  message: '{data} is kept {to} instead of {from}, which may be longer or shorter',
  help: 'Say both in the same unit where they are meant to be the same.',
  why: 'A month has 28 to 31 days, and a tenant may stay for a day or for decades: whether data is kept longer cannot be told from the contract.',
  example: ordersExample({ root: 'x-data-retention: P1M' }, { root: 'x-data-retention: P30D' }, [
    'warning retention-changed GET /orders/{tenant}: data is kept for P30D instead of for P1M, which may be longer or shorter',
  ]),
  judge(edit) {
    const change = periodChangeOf(edit.from, edit.to)
    if (change?.order !== 'unknown') return undefined
    const params = { data: dataOf(edit), from: spokenPeriod(change.from), to: spokenPeriod(change.to) }
    return { level: 'warning', params }
  },
})
