import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const everythingOrNothingChanged = defineDiffRule({
  code: 'TK3048',
  name: 'everything-or-nothing-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.always:added', 'schema.always:removed', 'schema.always:changed'],
  summary: 'Nothing is allowed any more in some place, or something is where nothing was.',
  message: '{subject} {what}',
  help: 'Go on accepting it until {next}.',
  helpForSending: 'Leave it out until {next}.',
  why: 'The schema `false` accepts nothing: no value in its place is valid.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { sku: { type: string } }, additionalProperties: true }',
    }),
    after: exampleContract({
      request: '{ type: object, properties: { sku: { type: string } }, additionalProperties: false }',
    }),
    finds: [
      'breaking request-everything-or-nothing-changed POST /orders: each further member of the request body is not allowed any more, whatever it is',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      what: edit.to === false ? 'is not allowed any more, whatever it is' : 'is allowed, where nothing was',
    },
  }),
})
