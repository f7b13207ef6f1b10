import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { removed } from '../removed.js'
import { subjectOf } from '../subject-of.js'

export const writeOnlyChanged = defineDiffRule({
  code: 'TK3054',
  name: 'write-only-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.writeOnly:set', 'schema.writeOnly:unset'],
  summary: 'A member may be written only, or may also be read.',
  message: '{subject} {what}',
  help: 'Go on sending it until {next}.',
  why: 'What is `writeOnly` has no place in responses: readers that were sent it miss it.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({
      response: '{ type: object, properties: { quantity: { type: integer, writeOnly: true } } }',
    }),
    finds: ['warning response-write-only-changed POST /orders: `quantity` can only be written now'],
  },
  judge: (edit) => ({
    ...removed(edit.effect, edit.action === 'set' && edit.place.direction === 'response' ? 'warning' : 'info'),
    params: {
      subject: subjectOf(edit),
      what: edit.action === 'set' ? 'can only be written now' : 'can also be read now',
    },
  }),
})
