import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { removed } from '../removed.js'
import { subjectOf } from '../subject-of.js'

export const readOnlyChanged = defineDiffRule({
  code: 'TK3053',
  name: 'read-only-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.readOnly:set', 'schema.readOnly:unset'],
  summary: 'A member may be read only, or may also be written.',
  message: '{subject} {what}',
  help: 'Go on reading it until {next}, and let it be left out.',
  why: 'What is `readOnly` has no place in requests: whoever sends it is passed over.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: integer, readOnly: true } } }',
    }),
    finds: ['warning request-read-only-changed POST /orders: `quantity` can only be read now'],
  },
  judge: (edit) => ({
    ...removed(edit.effect, edit.action === 'set' && edit.place.direction === 'request' ? 'warning' : 'info'),
    params: {
      subject: subjectOf(edit),
      what: edit.action === 'set' ? 'can only be read now' : 'can also be written now',
    },
  }),
})
