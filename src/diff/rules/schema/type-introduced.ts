import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { typeNames } from './type-names.js'

export const typeIntroduced = defineDiffRule({
  code: 'TK3057',
  name: 'type-introduced',
  directional: true,
  category: 'structural',
  claims: ['schema.types:added'],
  summary: 'Where any type was allowed, only some are now.',
  message: '{subject} must be {to}, where no type was named',
  help: 'Go on accepting every type until {next}.',
  why: 'A schema without `type` accepts every type; naming one refuses the others.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { description: Any. } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer } } }' }),
    finds: ['breaking request-type-introduced POST /orders: `quantity` must be integer, where no type was named'],
  },
  judge: (edit) =>
    edit.from === undefined
      ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit), to: typeNames(edit.to) } }
      : undefined,
})
