import { defineDiffRule } from '../../rule.js'
import { isCeilingRaised } from './ceiling.js'
import { classChangeOf } from './class-change.js'
import { classChanged, classRemoved } from './class-claims.js'
import { ordersExample } from './example.js'

export const ceilingRaised = defineDiffRule({
  code: 'TK3318',
  name: 'ceiling-raised',
  directional: true,
  category: 'governance',
  claims: [...classChanged, ...classRemoved],
  summary: 'More sensitive data is allowed within something than before.',
  message: 'the ceiling of {subject} went from {from} to {to}',
  help: 'Put what is more sensitive somewhere else, and keep the ceiling.',
  why: 'A ceiling asserts that nothing more sensitive is within reach. Raising it is how such data gets in unseen with a later version.',
  example: ordersExample(
    { order: 'x-data-classification: { sensitivity: internal, ceiling: internal }' },
    { order: 'x-data-classification: { sensitivity: internal, ceiling: confidential }' },
    [
      'warning response-ceiling-raised GET /orders/{tenant}: the ceiling of the response 200 went from internal to confidential',
    ],
  ),
  judge(edit, context) {
    const { subject, from, to, at } = classChangeOf(edit, context)
    if (!isCeilingRaised(from?.ceiling, to?.ceiling)) return undefined
    return { level: 'warning', params: { subject, from: from?.ceiling ?? 'none', to: to?.ceiling ?? 'none' }, ...at }
  },
})
