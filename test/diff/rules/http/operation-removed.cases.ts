import { document, listOrders, orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { operationRemoved } from '../../../../src/diff/rules/http/operation-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

const alone = document('paths: {}')

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: operationRemoved.example.before,
    after: operationRemoved.example.after,
    finds: ['breaking structural operation-removed 6:5 → -: the operation was removed'],
  },
  {
    title: 'names the whole path',
    before: listOrders(),
    after: alone,
    finds: [
      'breaking structural operation-removed 5:5 → -: the operation was removed, and the whole path `/orders` with it',
    ],
  },
  {
    title: 'lets go what was announced',
    before: listOrders('x-lifecycle: { state: deprecated, sunset: 2025-12-31 }'),
    after: alone,
    finds: [
      'info structural operation-removed 5:5 → -: the operation was removed, and the whole path `/orders` with it',
    ],
  },
  {
    title: 'keeps what was announced for later',
    before: listOrders('x-lifecycle: { state: deprecated, sunset: 2026-12-31 }'),
    after: alone,
    finds: [
      'breaking structural operation-removed 5:5 → -: the operation was removed, and the whole path `/orders` with it',
    ],
  },
  {
    title: 'finds a webhook that went',
    before: orderPlaced(),
    after: document('webhooks: {}'),
    finds: ['breaking structural operation-removed 5:5 → -: the webhook was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: operationRemoved.example.after,
    after: operationRemoved.example.before,
    finds: [],
  },
]
