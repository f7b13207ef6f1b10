import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isTooSoon, lifeChangeOf, lifeEdits } from './life-change.js'

export const sunsetMoved = defineDiffRule({
  code: 'TK3456',
  name: 'sunset-moved',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something is gone from another day than was announced.',
  message: '{subject} is gone from {to} instead of {from}',
  help: 'Keep to the day that was announced, or name a later one.',
  why: 'Users have planned with the day that was named. An earlier one takes time from them that they were promised; nearer than the days of grace it is a break.',
  example: ordersExample(
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2027-06-30 }' },
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2026-12-31 }' },
    ['warning sunset-moved GET /orders/{tenant}: the operation is gone from 2026-12-31 instead of 2027-06-30'],
  ),
  judge(edit, context) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || from?.sunset === undefined || to?.sunset === undefined) return undefined
    if (from.sunset === to.sunset) return undefined
    const isEarlier = to.sunset < from.sunset
    const level = !isEarlier ? 'info' : isTooSoon(to.sunset, context) ? 'breaking' : 'warning'
    return { level, params: { subject, from: from.sunset, to: to.sunset } }
  },
})
