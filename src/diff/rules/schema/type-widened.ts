import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { isAboutNull, typeNames } from './type-names.js'

export const typeWidened = defineDiffRule({
  code: 'TK3015',
  name: 'type-widened',
  directional: true,
  category: 'structural',
  claims: ['schema.types:added'],
  summary: 'Values of a further type are allowed.',
  message: '{subject} went from {from} to {to}',
  help: 'Send only the old type until {next}.',
  why: 'Readers meet a type that they were promised not to.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { quantity: { type: [integer, string] } } }' }),
    finds: ['breaking response-type-widened POST /orders: `quantity` went from integer to integer or string'],
  },
  judge: (edit) =>
    isAboutNull(edit) || edit.from === undefined
      ? undefined
      : {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), from: typeNames(edit.from), to: typeNames(edit.to) },
        },
})
