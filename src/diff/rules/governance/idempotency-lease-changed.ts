import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { idempotencyChangeOf, idempotencyEdits, spokenTime } from './idempotency-change.js'

export const idempotencyLeaseChanged = defineDiffRule({
  code: 'TK3374',
  name: 'idempotency-lease-changed',
  category: 'governance',
  claims: idempotencyEdits,
  summary: 'A repeated call waits for another time for the first one, or does something else then.',
  message: 'while the first call lasts, a repeated one {to}; before, it {from}',
  help: 'Keep the lease longer than the slowest call takes.',
  why: 'When a lease is over while the first call still works, a takeover acts at the same time as it.',
  example: ordersExample(
    { operation: 'x-idempotency: { mode: optional, lease: 30s, onLeaseExpired: block }' },
    { operation: 'x-idempotency: { mode: optional, lease: 5s, onLeaseExpired: takeover }' },
    [
      'warning idempotency-lease-changed GET /orders/{tenant}: while the first call lasts, a repeated one waits 5 s and takes over; before, it waits 30 s and is refused',
    ],
  ),
  judge(edit) {
    const { from, to } = idempotencyChangeOf(edit) ?? {}
    if (!from || !to || (from.lease === to.lease && from.onLeaseExpired === to.onLeaseExpired)) return undefined
    const isShorter = to.lease !== undefined && (from.lease === undefined || to.lease < from.lease)
    const takesOver = to.onLeaseExpired === 'takeover' && from.onLeaseExpired !== 'takeover'
    return { level: isShorter || takesOver ? 'warning' : 'info', params: { from: waitOf(from), to: waitOf(to) } }
  },
})

interface Lease {
  readonly lease?: number
  readonly onLeaseExpired?: 'takeover' | 'block'
}

function waitOf({ lease, onLeaseExpired }: Lease): string {
  const wait = lease === undefined ? 'waits a time that nobody names' : `waits ${spokenTime(lease)}`
  if (onLeaseExpired === undefined) return wait
  return `${wait} and ${onLeaseExpired === 'takeover' ? 'takes over' : 'is refused'}`
}
