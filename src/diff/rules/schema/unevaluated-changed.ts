import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { openness } from './presence.js'

export const unevaluatedChanged = defineDiffRule({
  code: 'TK3040',
  name: 'unevaluated-changed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.unevaluatedProperties:added',
    'schema.unevaluatedProperties:removed',
    'schema.unevaluatedItems:added',
    'schema.unevaluatedItems:removed',
  ],
  summary: 'Members or items that nothing else speaks of are limited, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting them until {next}.',
  helpForSending: 'Send none of them until {next}.',
  why: 'What nothing else speaks of was accepted before, or was promised not to come.',
  example: {
    before: exampleContract({ request: '{ type: object }' }),
    after: exampleContract({ request: '{ type: object, unevaluatedProperties: false }' }),
    finds: [
      'breaking request-unevaluated-changed POST /orders: the request body is closed to members that nothing else speaks of',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      what: openness(edit, `${edit.field === 'unevaluatedItems' ? 'items' : 'members'} that nothing else speaks of`),
    },
  }),
})
