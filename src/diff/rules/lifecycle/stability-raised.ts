import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { lifeChangeOf, lifeEdits } from './life-change.js'
import { stabilityOf } from './stability.js'

export const stabilityRaised = defineDiffRule({
  code: 'TK3453',
  name: 'stability-raised',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something that could go without notice is here to stay.',
  message: '{subject} went from {from} to {to}',
  why: 'From now on its removal is a break, unless it has been deprecated with a `sunset` before.',
  example: ordersExample({ operation: 'x-lifecycle: experimental' }, { operation: 'x-lifecycle: active' }, [
    'info stability-raised GET /orders/{tenant}: the operation went from experimental to active',
  ]),
  judge(edit) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    const [before, after] = [from && stabilityOf(from), to && stabilityOf(to)]
    if (subject === undefined || !from || !to || before === undefined || after === undefined) return undefined
    return after > before ? { level: 'info', params: { subject, from: from.state, to: to.state } } : undefined
  },
})
