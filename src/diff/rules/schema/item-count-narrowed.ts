import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const itemCountNarrowed = defineDiffRule({
  code: 'TK3027',
  name: 'item-count-narrowed',
  directional: true,
  category: 'structural',
  claims: ['schema.minItems:added', 'schema.maxItems:added', 'schema.minItems:increased', 'schema.maxItems:decreased'],
  summary: 'A list has narrower limits than before.',
  message: '{subject} is limited further: `{keyword}` went from {from} to {to}',
  help: 'Keep the wider limit until {next}, or accept and adapt what is outside of it.',
  why: 'Lists that were accepted before are refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { lines: { type: array, maxItems: 9 } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { lines: { type: array, maxItems: 5 } } }' }),
    finds: [
      'breaking request-item-count-narrowed POST /orders: `lines` is limited further: `maxItems` went from 9 to 5',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
