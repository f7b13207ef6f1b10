import { operation } from '../../../../src/diff/rules/http/example.js'
import { operationMoved } from '../../../../src/diff/rules/http/operation-moved.js'
import type { RuleCase } from '../support/rule-cases.js'

const none = "responses: { '204': { description: None. } }"

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: operationMoved.example.before,
    after: operationMoved.example.after,
    finds: ['breaking structural operation-moved 6:7 → 6:7: `listOrders` moved from `GET /orders` to `GET /purchases`'],
  },
  {
    title: 'finds another method',
    before: operation('get /orders', 'orders', none),
    after: operation('post /orders', 'orders', none),
    finds: ['breaking structural operation-moved 6:7 → 6:7: `orders` moved from `GET /orders` to `POST /orders`'],
  },
  {
    title: 'is told once where both changed',
    before: operation('get /orders', 'orders', none),
    after: operation('post /purchases', 'orders', none),
    finds: ['breaking structural operation-moved 6:7 → 6:7: `orders` moved from `GET /orders` to `POST /purchases`'],
  },
  {
    title: 'is another matter the other way round',
    before: operationMoved.example.after,
    after: operationMoved.example.before,
    finds: ['breaking structural operation-moved 6:7 → 6:7: `listOrders` moved from `GET /purchases` to `GET /orders`'],
  },
]
