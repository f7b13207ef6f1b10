import { listOrders } from '../../../../src/diff/rules/http/example.js'
import { parameterStyleChanged } from '../../../../src/diff/rules/http/parameter-style-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const ids = (more: string) =>
  `parameters: [{ name: ids, in: query, ${more}, schema: { type: array, items: { type: string } } }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterStyleChanged.example.before,
    after: parameterStyleChanged.example.after,
    finds: [
      'breaking structural parameter-style-changed 7:20 → 7:53: the query parameter `ids` is written differently: `GET /orders?ids=a&ids=b` before, `GET /orders?ids=a,b` now',
    ],
  },
  {
    title: 'finds another delimiter',
    before: listOrders(ids('explode: false')),
    after: listOrders(ids('style: pipeDelimited, explode: false')),
    finds: [
      'breaking structural parameter-style-changed 7:20 → 7:51: the query parameter `ids` is written differently: `GET /orders?ids=a,b` before, `GET /orders?ids=a%7Cb` now',
    ],
  },
  {
    title: 'is silent about what single values do not show',
    before: listOrders('parameters: [{ name: a, in: query, schema: { type: integer } }]'),
    after: listOrders('parameters: [{ name: a, in: query, explode: false, schema: { type: integer } }]'),
    finds: [],
  },
  {
    title: 'is another matter the other way round',
    before: parameterStyleChanged.example.after,
    after: parameterStyleChanged.example.before,
    finds: [
      'breaking structural parameter-style-changed 7:53 → 7:20: the query parameter `ids` is written differently: `GET /orders?ids=a,b` before, `GET /orders?ids=a&ids=b` now',
    ],
  },
]
