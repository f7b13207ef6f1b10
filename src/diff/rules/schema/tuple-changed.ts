import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const tupleChanged = defineDiffRule({
  code: 'TK3031',
  name: 'tuple-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.prefixItems:added', 'schema.prefixItems:removed'],
  summary: 'A position of a tuple came or went.',
  message: '{subject} {what}',
  help: 'Go on accepting other items at the position until {next}.',
  helpForSending: 'Send at the position only what was allowed before until {next}.',
  why: 'What stands at the position was not limited before, or is not any more.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: array, prefixItems: [{ type: string }] } } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { quantity: { type: array, prefixItems: [{ type: string }, { type: integer }] } } }',
    }),
    finds: [
      'breaking request-tuple-changed POST /orders: `quantity` says what stands at position 1, and did not before',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, `what stands at position ${edit.member ?? ''}`) },
  }),
})
