import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { listed, subjectOf } from '../subject-of.js'

export const enumIntroduced = defineDiffRule({
  code: 'TK3018',
  name: 'enum-introduced',
  directional: true,
  category: 'structural',
  claims: ['schema.enum:added'],
  summary: 'Only listed values are allowed, where others were.',
  message: '{subject} is limited to {values}',
  help: 'Go on accepting other values until {next}.',
  why: 'Values outside the list were accepted before and are refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { state: { type: string } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }',
    }),
    finds: ['breaking request-enum-introduced POST /orders: `state` is limited to `open`, `paid`'],
  },
  judge: (edit) =>
    edit.from === undefined
      ? {
          ...byEffect(edit.effect),
          params: { subject: subjectOf(edit), values: listed(edit.to as readonly unknown[]) },
        }
      : undefined,
})
