import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const conditionChanged = defineDiffRule({
  code: 'TK3047',
  name: 'condition-changed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.if:added',
    'schema.if:removed',
    'schema.then:added',
    'schema.then:removed',
    'schema.else:added',
    'schema.else:removed',
  ],
  summary: 'What holds under a condition has changed.',
  message: 'the condition on {subject} changed: `{keyword}` {what}',
  help: 'Go on accepting what was accepted before until {next}.',
  helpForSending: 'Send only what was allowed before until {next}.',
  why: 'Values to which the condition applies were accepted before, or were promised not to come.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { a: { type: string } }, if: { required: [a] } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { a: { type: string } }, if: { required: [a] }, then: { properties: { a: { minLength: 2 } } } }',
    }),
    finds: [
      'breaking request-condition-changed POST /orders: the condition on the request body changed: `then` was added',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', what: `was ${edit.action}` },
  }),
})
