import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits, isSameKey, keyPlace } from './idempotency-change.js'

export const idempotencyKeyMoved = defineDiffRule({
  code: 'TK3372',
  name: 'idempotency-key-moved',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'The idempotency key is looked for in another place.',
  message: 'the idempotency key stands in {to} instead of {from}',
  help: 'Look in both places until {next}.',
  why: 'Clients put the key where it was. There it is not seen: the call is refused, or acts again when it is repeated.',
  example: ordersExample(
    { operation: 'x-idempotency: optional' },
    { operation: 'x-idempotency: { mode: optional, key: { in: header, name: X-Request-Id } }' },
    [
      'breaking idempotency-key-moved GET /orders/{tenant}: the idempotency key stands in header `X-Request-Id` instead of header `Idempotency-Key`',
    ],
  ),
  judge(edit) {
    const { from, to } = idempotencyChangeOf(edit) ?? {}
    if (!from || !to || isSameKey(from, to)) return undefined
    return { level: 'breaking', params: { from: keyPlace(from), to: keyPlace(to) } }
  },
})
