import { defineDiffRule } from '../../rule.js'
import { classChanged } from './class-claims.js'
import { ordersExample } from './example.js'
import { maskChangeOf } from './mask-strength.js'
import { subjectOf } from './subject.js'

export const maskingWeakened = defineDiffRule({
  code: 'TK3315',
  name: 'masking-weakened',
  directional: true,
  category: 'security',
  claims: classChanged,
  summary: 'The mask of a value shows more of it than before.',
  message: 'the mask of {subject} went from {from} to {to}, which shows more of it',
  help: 'Keep the stronger mask, and give those who need more of the value a clearance that reveals its category.',
  why: 'Callers without a clearance, and logs, get the masked value. `full` and `remove` leave nothing of it; `hash`, `tokenize` and `encrypt` leave something to recognise it by; `partial` and `regex` leave a part of it.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: { category: contact.email, masking: hash } }' },
    { properties: 'email: { type: string, x-data-classification: { category: contact.email, masking: partial } }' },
    [
      'breaking response-masking-weakened GET /orders/{tenant}: the mask of `email` went from `hash` to `partial`, which shows more of it',
    ],
  ),
  judge(edit, context) {
    const change = maskChangeOf(edit, context)
    if (change?.kind !== 'weakened') return undefined
    const { from, to, isInUse } = change
    return { level: isInUse ? 'breaking' : 'info', params: { subject: subjectOf(edit), from, to } }
  },
})
