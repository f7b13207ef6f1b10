import { impliedClearance } from '../../pair/walk-policies.js'
import { defineDiffRule } from '../../rule.js'
import { clearanceName, describeClearance } from './clearance-name.js'
import { ordersExample } from './example.js'
import { showsAtLeast } from './sight.js'

export const clearanceAdded = defineDiffRule({
  code: 'TK3342',
  name: 'clearance-added',
  category: 'governance',
  claims: ['clearance:added'],
  summary: 'There is a clearance that was not there before.',
  message: '{name} is new, and shows {shown}',
  help: 'See who issues tokens with it.',
  why: 'Tokens that name the clearance already were taken for tokens without one. If it shows more than that, they show more from now on.',
  example: ordersExample(
    { root: 'x-data-policy: { default: { max: internal } }' },
    { root: 'x-data-policy: { default: { max: internal }, clearances: { auditor: { max: restricted } } }' },
    ['warning clearance-added: clearance `auditor` is new, and shows restricted'],
  ),
  judge(edit, { head }) {
    if (!edit.after) return undefined
    const shows = showsAtLeast(head.dataPolicy.default ?? impliedClearance, edit.after)
    const params = { name: clearanceName(edit), shown: describeClearance(edit.after) }
    return { level: shows ? 'info' : 'warning', params }
  },
})
