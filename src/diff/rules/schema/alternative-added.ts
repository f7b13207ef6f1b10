import type { Schema } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { alternative } from './alternative.js'

export const alternativeAdded = defineDiffRule({
  code: 'TK3041',
  name: 'alternative-added',
  directional: true,
  category: 'structural',
  claims: ['schema.anyOf:added', 'schema.oneOf:added'],
  summary: 'A further alternative is allowed.',
  message: '{subject} may also be {name}',
  help: 'Leave the other alternatives as they are until {next}.',
  helpForSending: 'Send the new alternative only to callers that ask for it until {next}.',
  why: 'Readers that tell the alternatives apart meet one that they do not know.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { quantity: { oneOf: [{ type: string }] } } }' }),
    after: exampleContract({
      response: '{ type: object, properties: { quantity: { oneOf: [{ type: string }, { type: integer }] } } }',
    }),
    finds: ['breaking response-alternative-added POST /orders: `quantity` may also be integer'],
  },
  judge: (edit) =>
    edit.member === undefined
      ? undefined
      : {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), name: alternative(edit.member, edit.to as Schema) },
        },
})
