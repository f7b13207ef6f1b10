import { operationIdChanged } from '../../../../src/diff/rules/http/operation-id-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const named = (id: string) => `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths: { /orders: { get: { ${id}responses: { '204': { description: None. } } } } }
`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: operationIdChanged.example.before,
    after: operationIdChanged.example.after,
    finds: [
      'warning structural operation-id-changed 6:20 → 6:20: the `operationId` changed from `listOrders` to `findOrders`',
    ],
  },
  {
    title: 'is told of a first name',
    before: named(''),
    after: named('operationId: list, '),
    finds: ['info structural operation-id-changed 3:26 → 3:41: the `operationId` `list` is new'],
  },
  {
    title: 'warns of a name that went',
    before: named('operationId: list, '),
    after: named(''),
    finds: ['warning structural operation-id-changed 3:41 → 3:26: the `operationId` `list` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: operationIdChanged.example.after,
    after: operationIdChanged.example.before,
    finds: [
      'warning structural operation-id-changed 6:20 → 6:20: the `operationId` changed from `findOrders` to `listOrders`',
    ],
  },
]
