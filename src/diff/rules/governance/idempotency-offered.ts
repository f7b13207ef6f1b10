import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits } from './idempotency-change.js'

export const idempotencyOffered = defineDiffRule({
  code: 'TK3376',
  name: 'idempotency-offered',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'A call may be repeated safely that could not, or without a key that was required.',
  message: 'idempotency keys are {to} now; before, they were {from}',
  why: 'Nobody breaks: calls without a key are served as before, or newly served.',
  example: ordersExample({}, { operation: 'x-idempotency: optional' }, [
    'info idempotency-offered GET /orders/{tenant}: idempotency keys are optional now; before, they were unknown',
  ]),
  judge(edit) {
    const { from, to, isSent } = idempotencyChangeOf(edit) ?? {}
    if (!to || from?.mode === to.mode || (to.mode === 'required' && isSent === false)) return undefined
    return { level: 'info', params: { from: from?.mode ?? 'unknown', to: to.mode } }
  },
})
