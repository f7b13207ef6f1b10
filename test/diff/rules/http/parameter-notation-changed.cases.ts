import { listOrders } from '../../../../src/diff/rules/http/example.js'
import { parameterNotationChanged } from '../../../../src/diff/rules/http/parameter-notation-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const filter = (more: string) => `parameters: [{ name: filter, in: query${more} }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterNotationChanged.example.before,
    after: parameterNotationChanged.example.after,
    finds: [
      'breaking structural parameter-notation-changed 7:55 → 7:20: the query parameter `filter` is written as `application/json` instead of in the style `form`',
    ],
  },
  {
    title: 'finds a schema where any text went',
    before: listOrders(filter('')),
    after: listOrders(filter(', schema: { type: string, maxLength: 3 }')),
    finds: [
      'breaking structural parameter-notation-changed 7:20 → 7:55: the query parameter `filter` has a schema now, where any text went before',
    ],
  },
  {
    title: 'is told of a schema that takes any text',
    before: listOrders(filter('')),
    after: listOrders(filter(', schema: { type: string }')),
    finds: [
      'info structural parameter-notation-changed 7:20 → 7:55: the query parameter `filter` has a schema now, where any text went before',
    ],
  },
  {
    title: 'is told that any text goes',
    before: listOrders(filter(', schema: { type: integer }')),
    after: listOrders(filter('')),
    finds: ['info structural parameter-notation-changed 7:55 → 7:20: the query parameter `filter` may be any text now'],
  },
  {
    title: 'is another matter the other way round',
    before: parameterNotationChanged.example.after,
    after: parameterNotationChanged.example.before,
    finds: [
      'breaking structural parameter-notation-changed 7:20 → 7:55: the query parameter `filter` is written in the style `form` instead of as `application/json`',
    ],
  },
]
