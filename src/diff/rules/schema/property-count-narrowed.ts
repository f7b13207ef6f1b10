import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const propertyCountNarrowed = defineDiffRule({
  code: 'TK3034',
  name: 'property-count-narrowed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minProperties:added',
    'schema.maxProperties:added',
    'schema.minProperties:increased',
    'schema.maxProperties:decreased',
  ],
  summary: 'A map has narrower limits than before.',
  message: '{subject} is limited further: `{keyword}` went from {from} to {to}',
  help: 'Keep the wider limit until {next}, or accept and adapt what is outside of it.',
  why: 'Maps that were accepted before are refused now.',
  example: {
    before: exampleContract({
      request:
        '{ type: object, properties: { labels: { type: object, additionalProperties: true, maxProperties: 9 } } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { labels: { type: object, additionalProperties: true, maxProperties: 5 } } }',
    }),
    finds: [
      'breaking request-property-count-narrowed POST /orders: `labels` is limited further: `maxProperties` went from 9 to 5',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
