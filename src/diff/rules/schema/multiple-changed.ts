import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { shown, subjectOf } from '../subject-of.js'

export const multipleChanged = defineDiffRule({
  code: 'TK3026',
  name: 'multiple-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.multipleOf:added', 'schema.multipleOf:removed', 'schema.multipleOf:changed'],
  summary: 'A number must be a multiple of another one.',
  message: '`multipleOf` of {subject} went from {from} to {to}',
  help: 'Go on accepting the old multiples until {next}.',
  helpForSending: 'Send only the old multiples until {next}.',
  why: 'Whether all multiples of the one are multiples of the other is decided exactly, also for decimal fractions.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: integer, multipleOf: 2 } } }',
    }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer, multipleOf: 4 } } }' }),
    finds: ['breaking request-multiple-changed POST /orders: `multipleOf` of `quantity` went from `2` to `4`'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      from: edit.from === undefined ? 'none' : `\`${shown(edit.from)}\``,
      to: edit.to === undefined ? 'none' : `\`${shown(edit.to)}\``,
    },
  }),
})
