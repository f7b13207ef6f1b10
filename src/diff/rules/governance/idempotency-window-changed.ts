import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits, spokenTime } from './idempotency-change.js'

export const idempotencyWindowChanged = defineDiffRule({
  code: 'TK3373',
  name: 'idempotency-window-changed',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'Keys are remembered for another time.',
  message: 'idempotency keys are remembered for {to} instead of {from}',
  help: 'Keep the time for as long as clients may repeat a call.',
  why: 'A call that is repeated after the key is forgotten acts again. Queues and offline clients repeat after hours.',
  example: ordersExample(
    { operation: 'x-idempotency: { mode: optional, ttl: 24h }' },
    { operation: 'x-idempotency: { mode: optional, ttl: 90m }' },
    [
      'warning idempotency-window-changed GET /orders/{tenant}: idempotency keys are remembered for 90 min instead of 1 d',
    ],
  ),
  judge(edit) {
    const { from, to } = idempotencyChangeOf(edit) ?? {}
    if (!from || !to || from.ttl === to.ttl) return undefined
    const isLonger = to.ttl !== undefined && (from.ttl === undefined || to.ttl > from.ttl)
    return { level: isLonger ? 'info' : 'warning', params: { from: timeOf(from.ttl), to: timeOf(to.ttl) } }
  },
})

function timeOf(ttl: number | undefined): string {
  return ttl === undefined ? 'a time that nobody names' : spokenTime(ttl)
}
