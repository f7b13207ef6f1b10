import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isLeaving, lifeChangeOf, lifeEdits } from './life-change.js'

export const successorChanged = defineDiffRule({
  code: 'TK3458',
  name: 'successor-changed',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something else takes the place of what goes.',
  message: '{subject} is followed by {to}',
  why: 'Those who are moving away look here for where to go.',
  example: ordersExample(
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2027-06-30 }' },
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2027-06-30, successor: shop/orders@3 }' },
    ['info successor-changed GET /orders/{tenant}: the operation is followed by `shop/orders@3`'],
  ),
  judge(edit) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || !to || from?.successor === to.successor) return undefined
    if (!isLeaving(to)) return undefined
    return {
      level: 'info',
      params: { subject, to: to.successor === undefined ? 'nothing that is named' : `\`${to.successor}\`` },
    }
  },
})
