import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits } from './idempotency-change.js'

export const idempotencyScopeChanged = defineDiffRule({
  code: 'TK3375',
  name: 'idempotency-scope-changed',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'Keys are unique within something else.',
  message: 'idempotency keys are unique for each {to} instead of each {from}',
  help: 'Keep the scope, or announce it together with keys that nobody else can choose (UUIDs).',
  why: 'For each principal instead of each tenant, a call that a colleague or another service repeats acts again. The other way round, two who happen to choose one key get one answer.',
  example: ordersExample(
    { operation: 'x-idempotency: optional' },
    { operation: 'x-idempotency: { mode: optional, scope: principal }' },
    [
      'warning idempotency-scope-changed GET /orders/{tenant}: idempotency keys are unique for each principal instead of each tenant',
    ],
  ),
  judge(edit) {
    const { from, to } = idempotencyChangeOf(edit) ?? {}
    if (!from || !to || from.scope === to.scope) return undefined
    return { level: 'warning', params: { from: from.scope, to: to.scope } }
  },
})
