import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits } from './idempotency-change.js'

export const idempotencyDropped = defineDiffRule({
  code: 'TK3370',
  name: 'idempotency-dropped',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'A repeated call acts twice that acted once before.',
  message: 'idempotency keys mean nothing any more: {effect}',
  help: 'Go on honouring the key until {next}.',
  why: 'Clients that repeat a call after a timeout send the same key and count on one effect. Nothing tells them that the key is ignored now; the second order is how they find out.',
  example: ordersExample({ operation: 'x-idempotency: optional' }, { operation: 'x-idempotency: off' }, [
    'breaking idempotency-dropped GET /orders/{tenant}: idempotency keys mean nothing any more: a call that is repeated acts twice',
  ]),
  judge(edit) {
    const { from, to, isSent } = idempotencyChangeOf(edit) ?? {}
    if (!from || to) return undefined
    const effect = isSent ? 'what is sent twice cannot be told from two things' : 'a call that is repeated acts twice'
    return { level: 'breaking', params: { effect } }
  },
})
