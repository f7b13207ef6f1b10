import { defineDiffRule } from '../../rule.js'
import { clearanceName, describeClearance } from './clearance-name.js'
import { classifiedEmail, ordersExample } from './example.js'
import { ofNode } from './of-node.js'
import { showsAtLeast } from './sight.js'

export const clearanceLowered = defineDiffRule({
  code: 'TK3341',
  name: 'clearance-lowered',
  category: 'governance',
  claims: ['clearance.max:changed', 'clearance.reveal:added', 'clearance.reveal:removed'],
  summary: 'Callers with a clearance, or without one, see less unmasked than before.',
  message: 'callers with {name} see less than before: {from} then, {to} now',
  help: 'Give those who need what is masked now another clearance before this is released.',
  why: 'Calls still succeed, but what is no longer covered arrives masked: a number that is null, an address of asterisks.',
  example: ordersExample(
    { root: 'x-data-policy: { default: { max: confidential } }', properties: classifiedEmail },
    { root: 'x-data-policy: { default: { max: internal } }', properties: classifiedEmail },
    ['breaking clearance-lowered: callers with no clearance see less than before: confidential then, internal now'],
  ),
  judge(edit) {
    const { before, after } = edit
    if (!before || !after || showsAtLeast(after, before)) return undefined
    const params = { name: clearanceName(edit), from: describeClearance(before), to: describeClearance(after) }
    return { level: 'breaking', params, ...ofNode(edit) }
  },
})
