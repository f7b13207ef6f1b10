import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { listed, subjectOf } from '../subject-of.js'
import { without } from './without.js'

export const enumGrew = defineDiffRule({
  code: 'TK3044',
  name: 'enum-grew',
  directional: true,
  category: 'structural',
  claims: ['schema.enum:added'],
  summary: 'A further value is allowed.',
  message: '{subject} gained {values}',
  help: 'Send the value only to callers that ask for it until {next}, or declare the list open with `anyOf` and `type: string` there.',
  why: 'Readers that tell the values apart meet one that they do not know. Where the list is declared open, by an alternative that accepts any text (`anyOf: [{ enum: [...] }, { type: string }]`), further values are proved to be compatible.',
  example: {
    before: exampleContract({
      response: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }',
    }),
    after: exampleContract({
      response: '{ type: object, properties: { state: { type: string, enum: [open, paid, sent] } } }',
    }),
    finds: ['breaking response-enum-grew POST /orders: `state` gained `sent`'],
  },
  judge: (edit) =>
    edit.from && edit.to
      ? { ...byEffect(edit.effect), params: { subject: subjectOf(edit), values: listed(without(edit.to, edit.from)) } }
      : undefined,
})
