import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { removalLevel } from '../removal.js'
import { lifeChangeOf, lifeEdits } from './life-change.js'

export const retired = defineDiffRule({
  code: 'TK3454',
  name: 'retired',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something is still described, and gone all the same.',
  message: '{subject} is retired',
  help: 'Deprecate it first, with a `sunset`.',
  why: 'What is retired does not work any more: it is judged as if it had been removed.',
  example: ordersExample(
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2025-06-30 }' },
    { operation: 'x-lifecycle: retired' },
    ['info retired GET /orders/{tenant}: the operation is retired'],
  ),
  judge(edit, context) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || !from || to?.state !== 'retired' || from.state === 'retired') return undefined
    const at = edit.place.before?.at ?? context.base.at
    return { ...removalLevel([{ lifecycle: { value: from, at } }], context), params: { subject } }
  },
})
