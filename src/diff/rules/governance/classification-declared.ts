import { defineDiffRule } from '../../rule.js'
import { classChangeOf } from './class-change.js'
import { classAdded } from './class-claims.js'
import { describeClass } from './describe-class.js'
import { ordersExample } from './example.js'

export const classificationDeclared = defineDiffRule({
  code: 'TK3312',
  name: 'classification-declared',
  directional: true,
  category: 'governance',
  claims: classAdded,
  summary: 'A value that nobody had classified has a class now.',
  message: '{subject} is classified now: {to}',
  why: 'Callers see what they saw. From now on the class is a promise about how the value is handled.',
  example: ordersExample(
    { properties: 'state: { type: string }' },
    { properties: 'state: { type: string, x-data-classification: internal }' },
    ['info response-classification-declared GET /orders/{tenant}: `state` is classified now: internal'],
  ),
  judge(edit, context) {
    const { subject, to, isRaised, isLowered, at } = classChangeOf(edit, context)
    if (isRaised || isLowered) return undefined
    return { level: 'info', params: { subject, to: describeClass(to) }, ...at }
  },
})
