import { impliedClearance } from '../../pair/walk-policies.js'
import { defineDiffRule } from '../../rule.js'
import { clearanceName, describeClearance } from './clearance-name.js'
import { classifiedEmail, ordersExample } from './example.js'
import { showsAtLeast } from './sight.js'

export const clearanceRemoved = defineDiffRule({
  code: 'TK3343',
  name: 'clearance-removed',
  category: 'governance',
  claims: ['clearance:removed'],
  summary: 'A clearance is gone.',
  message: '{name} is gone: those who have it see {effect}',
  help: 'Keep it until the tokens that name it have expired.',
  why: 'Tokens that name it count as tokens without a clearance from now on. What the default does not cover arrives masked; what it covers beyond the old clearance is shown.',
  example: ordersExample(
    { root: 'x-data-policy: { clearances: { billing: { max: confidential } } }', properties: classifiedEmail },
    { properties: classifiedEmail },
    ['breaking clearance-removed: clearance `billing` is gone: those who have it see internal instead of confidential'],
  ),
  judge(edit, { head }) {
    if (!edit.before) return undefined
    const rest = head.dataPolicy.default ?? impliedClearance
    const isSame = showsAtLeast(rest, edit.before) && showsAtLeast(edit.before, rest)
    const effect = isSame ? 'what they saw' : `${describeClearance(rest)} instead of ${describeClearance(edit.before)}`
    const params = { name: clearanceName(edit), effect }
    return { level: isSame ? 'info' : 'breaking', params }
  },
})
