import { defineDiffRule } from '../../rule.js'
import { clearanceName, describeClearance } from './clearance-name.js'
import { classifiedEmail, ordersExample } from './example.js'
import { ofNode } from './of-node.js'
import { showsAtLeast } from './sight.js'

export const clearanceRaised = defineDiffRule({
  code: 'TK3340',
  name: 'clearance-raised',
  category: 'security',
  claims: ['clearance.max:changed', 'clearance.reveal:added', 'clearance.reveal:removed'],
  summary: 'Callers with a clearance, or without one, see more unmasked than before.',
  message: 'callers with {name} see more than before: {from} then, {to} now',
  help: 'Add a clearance of its own for those who need to see more, and leave this one as it was.',
  why: 'A token that is out there shows more from now on, without anybody having asked for it.',
  example: ordersExample(
    { root: 'x-data-policy: { clearances: { support: { max: internal } } }', properties: classifiedEmail },
    {
      root: 'x-data-policy: { clearances: { support: { max: internal, reveal: [contact] } } }',
      properties: classifiedEmail,
    },
    [
      'breaking clearance-raised: callers with clearance `support` see more than before: internal then, internal and contact now',
    ],
  ),
  judge(edit) {
    const { before, after } = edit
    if (!before || !after || showsAtLeast(before, after)) return undefined
    const params = { name: clearanceName(edit), from: describeClearance(before), to: describeClearance(after) }
    return { level: 'breaking', params, ...ofNode(edit) }
  },
})
