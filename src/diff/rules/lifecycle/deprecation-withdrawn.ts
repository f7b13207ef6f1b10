import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isLeaving, lifeChangeOf, lifeEdits } from './life-change.js'

export const deprecationWithdrawn = defineDiffRule({
  code: 'TK3451',
  name: 'deprecation-withdrawn',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something that was announced to go stays.',
  message: '{subject} is no longer {state}',
  why: 'Nobody loses by it. Those who have moved away might have stayed.',
  example: ordersExample({ operation: 'deprecated: true' }, {}, [
    'info deprecation-withdrawn GET /orders/{tenant}: the operation is no longer deprecated',
  ]),
  judge(edit) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || !from || !to || !isLeaving(from) || isLeaving(to)) return undefined
    return { level: 'info', params: { subject, state: from.state } }
  },
})
