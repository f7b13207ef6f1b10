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
  summary: 'Everything is accepted, or nothing is, or that ended.',
  message: '{subject} {what}',
  help: 'Go on accepting it until {next}.',
  why: 'The schemas `true` and `false` accept everything and nothing.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { sku: { type: string } }, additionalProperties: true }',
    }),
    after: exampleContract({
      request: '{ type: object, properties: { sku: { type: string } }, additionalProperties: false }',
    }),
    finds: [
      'breaking request-everything-or-nothing-changed POST /orders: each further member of the request body is refused whatever it is',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      what:
        edit.to === false
          ? 'is refused whatever it is'
          : edit.to === true
            ? 'is accepted whatever it is'
            : edit.from === false
              ? 'is no longer refused whatever it is'
              : 'is no longer accepted whatever it is',
    },
  }),
})
