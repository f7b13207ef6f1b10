import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const rangeNarrowed = defineDiffRule({
  code: 'TK3024',
  name: 'range-narrowed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minimum:added',
    'schema.exclusiveMinimum:added',
    'schema.maximum:added',
    'schema.exclusiveMaximum:added',
    'schema.minimum:increased',
    'schema.exclusiveMinimum:increased',
    'schema.maximum:decreased',
    'schema.exclusiveMaximum:decreased',
  ],
  summary: 'A number has narrower limits than before.',
  message: '{subject} is limited further: `{keyword}` went from {from} to {to}',
  help: 'Keep the wider limit until {next}, or accept and adapt what is outside of it.',
  why: 'Numbers that were accepted before are refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer, maximum: 500 } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer, maximum: 100 } } }' }),
    finds: [
      'breaking request-range-narrowed POST /orders: `quantity` is limited further: `maximum` went from 500 to 100',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
