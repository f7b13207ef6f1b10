import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { openness } from './presence.js'

export const additionalPropertiesChanged = defineDiffRule({
  code: 'TK3037',
  name: 'additional-properties-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.additionalProperties:added', 'schema.additionalProperties:removed'],
  summary: 'Further members are limited, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting further members until {next}.',
  helpForSending: 'Send no further members until {next}.',
  why: 'An object that is closed refuses members that it passed over before; one that is opened brings members that nobody was told of.',
  example: {
    before: exampleContract({ request: '{ type: object }' }),
    after: exampleContract({ request: '{ type: object, additionalProperties: { type: integer } }' }),
    finds: [
      'breaking request-additional-properties-changed POST /orders: the request body says what further members are, and did not before',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: openness(edit, 'further members') },
  }),
})
