import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const patternPropertiesChanged = defineDiffRule({
  code: 'TK3036',
  name: 'pattern-properties-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.patternProperties:added', 'schema.patternProperties:removed'],
  summary: 'Members whose names match a pattern are limited, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting other values until {next}.',
  helpForSending: 'Send such members only as before until {next}.',
  why: 'Members of such names were accepted with any value before, or were promised not to come.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: object, additionalProperties: true } } }',
    }),
    after: exampleContract({
      request:
        "{ type: object, properties: { quantity: { type: object, additionalProperties: true, patternProperties: { '^x-': { type: string } } } } }",
    }),
    finds: [
      'breaking request-pattern-properties-changed POST /orders: `quantity` says what members named like `^x-` are, and did not before',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, `what members named like \`${edit.member ?? ''}\` are`) },
  }),
})
