import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isLeaving, lifeChangeOf, lifeEdits } from './life-change.js'

export const sunsetWithdrawn = defineDiffRule({
  code: 'TK3457',
  name: 'sunset-withdrawn',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'Something is to go, and nobody says any more how long it stays.',
  message: '{subject} is no longer said to stay until {sunset}',
  help: 'Name a day, or withdraw the deprecation as a whole.',
  why: 'The day was a promise: until then it works. Without one it may be gone tomorrow.',
  example: ordersExample(
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2027-06-30 }' },
    { operation: 'x-lifecycle: deprecated' },
    ['breaking sunset-withdrawn GET /orders/{tenant}: the operation is no longer said to stay until 2027-06-30'],
  ),
  judge(edit, { today }) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || from?.sunset === undefined || !to || to.sunset !== undefined) return undefined
    // Retired is what was announced, and what stays needs no day.
    if (to.state === 'retired' || !isLeaving(to)) return undefined
    return { level: from.sunset > today ? 'breaking' : 'info', params: { subject, sunset: from.sunset } }
  },
})
