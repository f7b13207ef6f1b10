import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { typeNames } from './type-names.js'

export const typeDropped = defineDiffRule({
  code: 'TK3058',
  name: 'type-dropped',
  directional: true,
  category: 'structural',
  claims: ['schema.types:removed'],
  summary: 'Where some types were allowed, every type is now.',
  message: '{subject} no longer has to be {from}',
  help: 'Send only the old type until {next}.',
  why: 'Readers meet types that they were promised not to.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { quantity: { type: integer } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { quantity: { description: Any. } } }' }),
    finds: ['breaking response-type-dropped POST /orders: `quantity` no longer has to be integer'],
  },
  judge: (edit) =>
    edit.to === undefined
      ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit), from: typeNames(edit.from) } }
      : undefined,
})
