import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const negationChanged = defineDiffRule({
  code: 'TK3046',
  name: 'negation-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.not:added', 'schema.not:removed'],
  summary: 'Values are excluded, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting the values until {next}.',
  helpForSending: 'Send only what was allowed before until {next}.',
  why: 'What is excluded was accepted before, or was promised not to come.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: integer, not: { const: 0 } } } }',
    }),
    finds: ['breaking request-negation-changed POST /orders: `quantity` says what it must not be, and did not before'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, 'what it must not be') },
  }),
})
