import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { periodChangeOf } from './retention-period.js'

export const retentionShortened = defineDiffRule({
  code: 'TK3361',
  name: 'retention-shortened',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Data is gone earlier than before.',
  message: 'data is kept {to} instead of {from}: it is gone earlier',
  help: 'Tell those who read old data, so that they can take what they need.',
  why: 'Whoever comes for data after the new period finds nothing where something was before.',
  example: ordersExample({ root: 'x-data-retention: P10Y' }, { root: 'x-data-retention: P6Y' }, [
    'warning retention-shortened GET /orders/{tenant}: data is kept P6Y instead of P10Y: it is gone earlier',
  ]),
  judge({ from, to }) {
    const change = periodChangeOf(from, to)
    if (change?.order !== 'shorter') return undefined
    return { level: 'warning', params: { from: change.from, to: change.to === 'none' ? 'not at all' : change.to } }
  },
})
