import { defineDiffRule } from '../../rule.js'
import { classChanged } from './class-claims.js'
import { ordersExample } from './example.js'
import { maskChangeOf } from './mask-strength.js'
import { subjectOf } from './subject.js'

export const maskingStrengthened = defineDiffRule({
  code: 'TK3317',
  name: 'masking-strengthened',
  directional: true,
  category: 'governance',
  claims: classChanged,
  summary: 'The mask of a value shows less of it than before.',
  message: 'the mask of {subject} went from {from} to {to}, which shows less of it',
  why: 'Callers without a clearance for the value got less than all of it before, and get still less now. Those who worked with what was left (the last digits, the domain of an address) need a clearance.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: { category: contact.email, masking: partial } }' },
    { properties: 'email: { type: string, x-data-classification: contact.email }' },
    [
      'warning response-masking-strengthened GET /orders/{tenant}: the mask of `email` went from `partial` to `full`, which shows less of it',
    ],
  ),
  judge(edit, context) {
    const change = maskChangeOf(edit, context)
    if (change?.kind !== 'strengthened') return undefined
    const { from, to, isInUse } = change
    return { level: isInUse ? 'warning' : 'info', params: { subject: subjectOf(edit), from, to } }
  },
})
