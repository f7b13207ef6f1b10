import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { isAboutNull } from './type-names.js'

export const becameNullable = defineDiffRule({
  code: 'TK3016',
  name: 'became-nullable',
  directional: true,
  category: 'structural',
  claims: ['schema.types:added'],
  summary: 'Null is allowed where it was not.',
  message: '{subject} may be null',
  help: 'Go on accepting what was accepted until {next}.',
  helpForSending: 'Send no null until {next}.',
  why: 'Readers that were promised a value meet none.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { quantity: { type: [integer, "null"] } } }' }),
    finds: ['breaking response-became-nullable POST /orders: `quantity` may be null'],
  },
  judge: (edit) => (isAboutNull(edit) ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit) } } : undefined),
})
