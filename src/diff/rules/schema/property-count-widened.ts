import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const propertyCountWidened = defineDiffRule({
  code: 'TK3035',
  name: 'property-count-widened',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minProperties:removed',
    'schema.maxProperties:removed',
    'schema.minProperties:decreased',
    'schema.maxProperties:increased',
  ],
  summary: 'A map has wider limits than before.',
  message: '{subject} is limited less: `{keyword}` went from {from} to {to}',
  help: 'Send only what was allowed before until {next}.',
  why: 'Readers that rely on the number of members meet more, or fewer, than they were promised.',
  example: {
    before: exampleContract({
      response:
        '{ type: object, properties: { labels: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    }),
    after: exampleContract({
      response:
        '{ type: object, properties: { labels: { type: object, additionalProperties: true, maxProperties: 9 } } }',
    }),
    finds: [
      'breaking response-property-count-widened POST /orders: `labels` is limited less: `maxProperties` went from 5 to 9',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
