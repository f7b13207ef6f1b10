import { defineDiffRule } from '../../rule.js'
import { classChangeOf } from './class-change.js'
import { classChanged } from './class-claims.js'
import { describeClass } from './describe-class.js'
import { ordersExample } from './example.js'

export const categoryChanged = defineDiffRule({
  code: 'TK3313',
  name: 'category-changed',
  directional: true,
  category: 'governance',
  claims: classChanged,
  summary: 'A value is said to be of another category, just as sensitive.',
  message: '{subject} went from {from} to {to}, which is as sensitive',
  why: 'Nobody sees more or less of it. Clearances and pathways name categories, so later changes of those will find the value in another place.',
  example: ordersExample(
    { properties: 'code: { type: string, x-data-classification: business }' },
    { properties: 'code: { type: string, x-data-classification: telemetry }' },
    [
      'info response-category-changed GET /orders/{tenant}: `code` went from business (internal) to telemetry (internal), which is as sensitive',
    ],
  ),
  judge(edit, context) {
    const { subject, from, to, isRaised, isLowered } = classChangeOf(edit, context)
    if (isRaised || isLowered || from?.category === to?.category) return undefined
    return { level: 'info', params: { subject, from: describeClass(from), to: describeClass(to) } }
  },
})
