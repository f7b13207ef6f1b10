import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { isAboutNull, typeNames } from './type-names.js'

export const typeNarrowed = defineDiffRule({
  code: 'TK3014',
  name: 'type-narrowed',
  directional: true,
  category: 'structural',
  claims: ['schema.types:removed'],
  summary: 'Values of a type are no longer allowed.',
  message: '{subject} went from {from} to {to}',
  help: 'Go on accepting both until {next}.',
  why: 'Whoever sends the type that is gone was understood before and is refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: [string, integer] } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    finds: ['breaking request-type-narrowed POST /orders: `quantity` went from integer or string to integer'],
  },
  judge: (edit) =>
    isAboutNull(edit) || edit.to === undefined
      ? undefined
      : {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), from: typeNames(edit.from), to: typeNames(edit.to) },
        },
})
