import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const rangeWidened = defineDiffRule({
  code: 'TK3025',
  name: 'range-widened',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minimum:removed',
    'schema.exclusiveMinimum:removed',
    'schema.maximum:removed',
    'schema.exclusiveMaximum:removed',
    'schema.minimum:decreased',
    'schema.exclusiveMinimum:decreased',
    'schema.maximum:increased',
    'schema.exclusiveMaximum:increased',
  ],
  summary: 'A number has wider limits than before.',
  message: '{subject} is limited less: `{keyword}` went from {from} to {to}',
  help: 'Send only what was allowed before until {next}.',
  why: 'Readers that rely on the limit meet numbers that they were promised not to.',
  example: {
    before: exampleContract({
      response: '{ type: object, properties: { quantity: { type: integer, maximum: 100 } } }',
    }),
    after: exampleContract({ response: '{ type: object, properties: { quantity: { type: integer, maximum: 500 } } }' }),
    finds: ['breaking response-range-widened POST /orders: `quantity` is limited less: `maximum` went from 100 to 500'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
