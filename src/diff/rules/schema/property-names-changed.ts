import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const propertyNamesChanged = defineDiffRule({
  code: 'TK3038',
  name: 'property-names-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.propertyNames:added', 'schema.propertyNames:removed'],
  summary: 'The names of members are limited, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting other names until {next}.',
  helpForSending: 'Send only names that were allowed before until {next}.',
  why: 'Members of other names were accepted before, or were promised not to come.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: object, additionalProperties: true } } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { quantity: { type: object, additionalProperties: true, propertyNames: { maxLength: 3 } } } }',
    }),
    finds: [
      'breaking request-property-names-changed POST /orders: `quantity` says what its members may be named, and did not before',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, 'what its members may be named') },
  }),
})
