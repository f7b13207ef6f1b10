import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits, keyPlace } from './idempotency-change.js'

export const idempotencyRequired = defineDiffRule({
  code: 'TK3371',
  name: 'idempotency-required',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'A call needs an idempotency key that could be made without.',
  message: 'an idempotency key became required, in {key}: a call without one is refused',
  help: 'Keep it `optional` until {next}.',
  why: 'Calls without a key were served before and are refused now (draft-ietf-httpapi-idempotency-key-header: 400).',
  example: ordersExample({ operation: 'x-idempotency: optional' }, { operation: 'x-idempotency: required' }, [
    'breaking idempotency-required GET /orders/{tenant}: an idempotency key became required, in header `Idempotency-Key`: a call without one is refused',
  ]),
  judge(edit) {
    const { from, to, isSent } = idempotencyChangeOf(edit) ?? {}
    if (to?.mode !== 'required' || from?.mode === 'required' || isSent) return undefined
    return { level: 'breaking', params: { key: keyPlace(to) } }
  },
})
