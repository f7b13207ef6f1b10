import type { Schema } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { alternative } from './alternative.js'

export const alternativeRemoved = defineDiffRule({
  code: 'TK3042',
  name: 'alternative-removed',
  directional: true,
  category: 'structural',
  claims: ['schema.anyOf:removed', 'schema.oneOf:removed'],
  summary: 'An alternative is no longer allowed.',
  message: '{subject} may no longer be {name}',
  help: 'Go on accepting the alternative until {next}.',
  helpForSending: 'Leave the other alternatives as they are until {next}.',
  why: 'Whoever sends the alternative was understood before and is refused now.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { oneOf: [{ type: string }, { type: integer }] } } }',
    }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { oneOf: [{ type: string }] } } }' }),
    finds: ['breaking request-alternative-removed POST /orders: `quantity` may no longer be integer'],
  },
  judge: (edit) =>
    edit.member === undefined
      ? undefined
      : {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), name: alternative(edit.member, edit.from as Schema) },
        },
})
