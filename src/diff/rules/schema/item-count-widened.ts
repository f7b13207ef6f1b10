import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const itemCountWidened = defineDiffRule({
  code: 'TK3028',
  name: 'item-count-widened',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minItems:removed',
    'schema.maxItems:removed',
    'schema.minItems:decreased',
    'schema.maxItems:increased',
  ],
  summary: 'A list has wider limits than before.',
  message: '{subject} is limited less: `{keyword}` went from {from} to {to}',
  help: 'Send only what was allowed before until {next}.',
  why: 'Readers that rely on the number of items meet more, or fewer, than they were promised.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { lines: { type: array, maxItems: 5 } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { lines: { type: array, maxItems: 9 } } }' }),
    finds: ['breaking response-item-count-widened POST /orders: `lines` is limited less: `maxItems` went from 5 to 9'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
