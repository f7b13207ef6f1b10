import { document, orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { operationAdded } from '../../../../src/diff/rules/http/operation-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: operationAdded.example.before,
    after: operationAdded.example.after,
    finds: ['info structural operation-added - → 6:5: the operation is new'],
  },
  {
    title: 'finds a new webhook',
    before: document('webhooks: {}'),
    after: orderPlaced(),
    finds: ['info structural operation-added - → 5:5: the webhook is new'],
  },
  {
    title: 'is another matter the other way round',
    before: operationAdded.example.after,
    after: operationAdded.example.before,
    finds: [],
  },
]
