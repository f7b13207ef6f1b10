import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { listed, subjectOf } from '../subject-of.js'

export const enumDropped = defineDiffRule({
  code: 'TK3019',
  name: 'enum-dropped',
  directional: true,
  category: 'structural',
  claims: ['schema.enum:removed'],
  summary: 'Any value is allowed, where a list was given.',
  message: '{subject} is no longer limited to {values}',
  help: 'Send only the listed values until {next}.',
  why: 'Readers meet values that they were promised not to.',
  example: {
    before: exampleContract({
      response: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }',
    }),
    after: exampleContract({ response: '{ type: object, properties: { state: { type: string } } }' }),
    finds: ['breaking response-enum-dropped POST /orders: `state` is no longer limited to `open`, `paid`'],
  },
  judge: (edit) =>
    edit.to === undefined
      ? {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), values: listed(edit.from as readonly unknown[]) },
        }
      : undefined,
})
