import { sameData } from '../../../util/same-data.js'
import { defineDiffRule } from '../../rule.js'
import { classChangeOf } from './class-change.js'
import { classChanged } from './class-claims.js'
import { ordersExample } from './example.js'
import { named } from './word.js'

const aspects = ['subject', 'regulation', 'purpose', 'override'] as const

export const handlingChanged = defineDiffRule({
  code: 'TK3314',
  name: 'handling-changed',
  directional: true,
  category: 'governance',
  claims: classChanged,
  summary:
    'Whom a value is about, which regulations bear on it, what it is for or why it is an exception reads differently.',
  message: 'what is said of the handling of {subject} changed: {aspects}',
  why: 'Nothing on the wire changes. Records of processing and agreements quote these words.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: { category: contact, purpose: Questions. } }' },
    { properties: 'email: { type: string, x-data-classification: { category: contact, purpose: Advertising. } }' },
    ['info response-handling-changed GET /orders/{tenant}: what is said of the handling of `email` changed: `purpose`'],
  ),
  judge(edit, context) {
    const { subject, from, to, isRaised, isLowered } = classChangeOf(edit, context)
    // The reason for another class comes and goes with it.
    const told = isRaised || isLowered ? aspects.filter((aspect) => aspect !== 'override') : aspects
    const changed = told.filter((aspect) => !sameData(from?.[aspect], to?.[aspect]))
    return changed.length === 0 ? undefined : { level: 'info', params: { subject, aspects: named(changed) } }
  },
})
