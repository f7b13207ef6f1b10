import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { isAboutNull } from './type-names.js'

export const becameNotNullable = defineDiffRule({
  code: 'TK3017',
  name: 'became-not-nullable',
  directional: true,
  category: 'structural',
  claims: ['schema.types:removed'],
  summary: 'Null is no longer allowed.',
  message: '{subject} may no longer be null',
  help: 'Go on accepting null until {next}.',
  why: 'Whoever sends null was understood before and is refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: [integer, "null"] } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    finds: ['breaking request-became-not-nullable POST /orders: `quantity` may no longer be null'],
  },
  judge: (edit) => (isAboutNull(edit) ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit) } } : undefined),
})
