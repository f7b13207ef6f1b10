import { defineDiffRule } from '../../rule.js'
import { ordersExample } from '../governance/example.js'
import { isLeaving, isTooSoon, lifeChangeOf, lifeEdits } from './life-change.js'

export const sunsetAnnounced = defineDiffRule({
  code: 'TK3455',
  name: 'sunset-announced',
  directional: true,
  category: 'structural',
  claims: lifeEdits,
  summary: 'The day is named from which something is gone.',
  message: '{subject} is gone from {sunset}{soon}',
  help: 'Name a later day: the number of days between today and the sunset is what `grace` asks for.',
  why: 'Users need time to move. A day that is over, or that is nearer than the days of grace that the team has settled on, gives them none.',
  example: ordersExample(
    { operation: 'x-lifecycle: deprecated' },
    { operation: 'x-lifecycle: { state: deprecated, sunset: 2025-06-30 }' },
    ['breaking sunset-announced GET /orders/{tenant}: the operation is gone from 2025-06-30, which is too soon'],
  ),
  judge(edit, context) {
    const { subject, from, to } = lifeChangeOf(edit) ?? {}
    if (subject === undefined || !from || from.sunset !== undefined || to?.sunset === undefined) return undefined
    const isSoon = isTooSoon(to.sunset, context) && to.state !== 'retired'
    // With a new deprecation, that names the day.
    if (!isSoon && !isLeaving(from) && isLeaving(to)) return undefined
    const params = { subject, sunset: to.sunset, soon: isSoon ? ', which is too soon' : '' }
    return { level: isSoon ? 'breaking' : 'info', params }
  },
})
