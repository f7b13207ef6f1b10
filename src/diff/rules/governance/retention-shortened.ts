import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { periodChangeOf, spokenPeriod } from './retention-period.js'
import { dataOf } from './subject.js'

export const retentionShortened = defineDiffRule({
  code: 'TK3361',
  name: 'retention-shortened',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Data is gone earlier than before.',
  message: '{data} is kept {to} instead of {from}: it is gone earlier',
  help: 'Tell those who read old data, so that they can take what they need.',
  why: 'Whoever comes for data after the new period finds nothing where something was before.',
  example: ordersExample({ root: 'x-data-retention: P10Y' }, { root: 'x-data-retention: P6Y' }, [
    'warning retention-shortened GET /orders/{tenant}: data is kept for P6Y instead of for P10Y: it is gone earlier',
  ]),
  judge(edit) {
    const change = periodChangeOf(edit.from, edit.to)
    if (change?.order !== 'shorter') return undefined
    const params = { data: dataOf(edit), from: spokenPeriod(change.from), to: spokenPeriod(change.to) }
    return { level: 'warning', params }
  },
})
