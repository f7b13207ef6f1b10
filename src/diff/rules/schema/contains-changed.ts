import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const containsChanged = defineDiffRule({
  code: 'TK3032',
  name: 'contains-changed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.contains:added',
    'schema.contains:removed',
    'schema.minContains:added',
    'schema.minContains:removed',
    'schema.minContains:increased',
    'schema.minContains:decreased',
    'schema.maxContains:added',
    'schema.maxContains:removed',
    'schema.maxContains:increased',
    'schema.maxContains:decreased',
  ],
  summary: 'A list must contain other items, or another number of them.',
  message: 'what {subject} must contain changed: `{keyword}` {what}',
  help: 'Go on accepting the lists that were accepted before until {next}.',
  helpForSending: 'Send only lists that were allowed before until {next}.',
  why: 'Lists without such items were accepted before, or were promised not to come.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: array } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: array, contains: { const: 1 } } } }',
    }),
    finds: [
      'breaking request-contains-changed POST /orders: what `quantity` must contain changed: `contains` was added',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      keyword: edit.field ?? '',
      what: edit.field === 'contains' ? `was ${edit.action}` : `went from ${limit(edit.from)} to ${limit(edit.to)}`,
    },
  }),
})
