import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isLeaving, lifeChangeOf, lifeEdits } from './life-change.js'

export const becameDeprecated = defineDiffRule({
  code: 'TK3450',
  name: 'became-deprecated',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something is announced to go.',
  message: '{subject} is deprecated{until}',
  help: 'Name the day from which it is gone: `x-lifecycle: {state: deprecated, sunset: ...}`.',
  why: 'It still works. Whoever uses it should look for what takes its place; with a `sunset` they know how much time they have, and its removal is no break from that day on.',
  example: ordersExample(
    {},
    { operation: 'deprecated: true\nx-lifecycle: { state: deprecated, sunset: 2027-03-31 }' },
    ['info became-deprecated GET /orders/{tenant}: the operation is deprecated, and gone from 2027-03-31'],
  ),
  judge(edit, { grace }) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || to?.state !== 'deprecated' || !from || isLeaving(from)) return undefined
    const { sunset } = to
    return {
      // Who asks for notice wants to know the day.
      level: sunset === undefined && grace > 0 ? 'warning' : 'info',
      params: { subject, until: sunset === undefined ? '' : `, and gone from ${sunset}` },
    }
  },
})
