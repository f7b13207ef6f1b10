import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { listed, subjectOf } from '../subject-of.js'
import { without } from './without.js'

export const enumShrank = defineDiffRule({
  code: 'TK3043',
  name: 'enum-shrank',
  directional: true,
  category: 'structural',
  claims: ['schema.enum:removed'],
  summary: 'A listed value is no longer allowed.',
  message: '{subject} lost {values}',
  help: 'Go on accepting the value until {next}.',
  why: 'Whoever sends the value was understood before and is refused now.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { state: { type: string, enum: [open, paid, sent] } } }',
    }),
    after: exampleContract({
      request: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }',
    }),
    finds: ['breaking request-enum-shrank POST /orders: `state` lost `sent`'],
  },
  judge: (edit) =>
    edit.from && edit.to
      ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit), values: listed(without(edit.from, edit.to)) } }
      : undefined,
})
