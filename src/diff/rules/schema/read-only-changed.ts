import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const readOnlyChanged = defineDiffRule({
  code: 'TK3053',
  name: 'read-only-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.readOnly:set', 'schema.readOnly:unset'],
  summary: 'A member may be read only, or may also be written.',
  message: '{subject} {what}',
  help: 'Go on accepting it until {next}.',
  why: 'What is `readOnly` has no place in requests: whoever sends it is passed over.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: integer, readOnly: true } } }',
    }),
    finds: ['warning request-read-only-changed POST /orders: `quantity` can only be read now'],
  },
  judge: (edit) => ({
    level: edit.action === 'set' && edit.place.direction === 'request' ? 'warning' : 'info',
    params: {
      subject: subjectOf(edit),
      what: edit.action === 'set' ? 'can only be read now' : 'can also be written now',
    },
  }),
})
