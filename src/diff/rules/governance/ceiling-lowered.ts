import { defineDiffRule } from '../../rule.js'
import { isCeilingRaised } from './ceiling.js'
import { classChangeOf } from './class-change.js'
import { classAdded, classChanged } from './class-claims.js'
import { ordersExample } from './example.js'

export const ceilingLowered = defineDiffRule({
  code: 'TK3319',
  name: 'ceiling-lowered',
  directional: true,
  category: 'governance',
  claims: [...classChanged, ...classAdded],
  summary: 'Less sensitive data is allowed within something than before.',
  message: 'the ceiling of {subject} went from {from} to {to}',
  why: 'The contract asserts more about itself than before. What it holds has been checked against that while it was read.',
  example: ordersExample(
    { order: 'x-data-classification: internal' },
    { order: 'x-data-classification: { sensitivity: internal, ceiling: internal }' },
    ['info response-ceiling-lowered GET /orders/{tenant}: the ceiling of the response 200 went from none to internal'],
  ),
  judge(edit, context) {
    const { subject, from, to, at } = classChangeOf(edit, context)
    if (isCeilingRaised(from?.ceiling, to?.ceiling) !== false) return undefined
    return { level: 'info', params: { subject, from: from?.ceiling ?? 'none', to: to?.ceiling ?? 'none' }, ...at }
  },
})
