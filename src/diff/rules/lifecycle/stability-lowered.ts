import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { lifeChangeOf, lifeEdits } from './life-change.js'
import { stabilityOf } from './stability.js'

export const stabilityLowered = defineDiffRule({
  code: 'TK3452',
  name: 'stability-lowered',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something may change or go without notice that could not before.',
  message: '{subject} went from {from} to {to}',
  help: 'Deprecate it instead, with a `sunset`.',
  why: 'A draft or an experiment may go at any time. Those who built on what was active were promised notice.',
  example: ordersExample({ operation: 'x-lifecycle: active' }, { operation: 'x-lifecycle: experimental' }, [
    'breaking stability-lowered GET /orders/{tenant}: the operation went from active to experimental',
  ]),
  judge(edit) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    const [before, after] = [from && stabilityOf(from), to && stabilityOf(to)]
    if (subject === undefined || !from || !to || before === undefined || after === undefined) return undefined
    if (after >= before) return undefined
    // Neither of the two promised anything.
    return {
      level: from.state === 'experimental' ? 'warning' : 'breaking',
      params: { subject, from: from.state, to: to.state },
    }
  },
})
