import { describe, expect, test } from 'vitest'
import { createGuard, type Guard, type GuardParts, type Pass } from '../../../src/runtime/src/resilience/guard.js'
import { createLanes, type Lanes } from '../../../src/runtime/src/resilience/lanes.js'
import { policyOf } from '../../../src/runtime/src/resilience/policy.js'
import type {
  GuardOptions,
  Outcome,
  Rejection,
  ResilienceEvent,
  WireResilience,
} from '../../../src/runtime/src/resilience/types.js'
import { type ManualClock, manualClock } from '../../../src/runtime/src/testing/index.js'

interface Setup {
  readonly guard: Guard
  readonly clock: ManualClock
  readonly lanes: Lanes
  readonly events: ResilienceEvent[]
  /** What becomes of a call; undefined when it was let through. */
  call(tenant: string | undefined, outcome?: Outcome): string | undefined
}

function setup(
  declared: WireResilience,
  {
    capacity = 1000,
    ...parts
  }: Partial<Omit<GuardParts, 'dependency'>> & GuardOptions & { readonly capacity?: number } = {},
): Setup {
  const clock = manualClock()
  const events: ResilienceEvent[] = []
  const lanes = parts.lanes ?? createLanes(capacity)
  const policy = policyOf(declared, parts)
  const onEvent = (event: ResilienceEvent): void => void events.push(event)
  const guard = createGuard({ clock, onEvent, ...parts, dependency: 'orders', policy, lanes })
  return {
    guard,
    clock,
    lanes,
    events,
    call(tenant, outcome = 'succeeded') {
      const answer = guard.takeRate(tenant) ?? (guard.enter(tenant) as Pass | Rejection)
      if ('kind' in answer) return answer.reason
      answer.settle(outcome)
      return undefined
    },
  }
}

const breaker = { minimum: 2, window: 10_000, openFor: 5000 }

describe('T111 failures of one tenant', () => {
  test('open the breaker of that tenant only', () => {
    const { call, events } = setup({ breaker })
    expect([call('a', 'failed'), call('a', 'failed'), call('a')]).toEqual([undefined, undefined, 'circuit-open'])
    expect([call('b'), call(undefined)]).toEqual([undefined, undefined])
    expect(events).toEqual([
      { kind: 'breaker-opened', dependency: 'orders', tenant: 'a', level: 'tenant', delay: 5000 },
      { kind: 'rejected', dependency: 'orders', tenant: 'a', reason: 'circuit-open', level: 'tenant', delay: 5000 },
    ])
  })
  test('count for all where the contract says `per: dependency`', () => {
    const { call, events } = setup({ breaker, per: 'dependency' })
    call('a', 'failed')
    call('b', 'failed')
    expect(call('c')).toBe('circuit-open')
    expect(events[0]).toEqual({
      kind: 'breaker-opened',
      dependency: 'orders',
      tenant: undefined,
      level: 'dependency',
      delay: 5000,
    })
  })
  test('that come back late are never told of the tenant that has the place by then', () => {
    const { guard, call, clock } = setup({ breaker }, { capacity: 1 })
    const late = [guard.enter('a') as Pass, guard.enter('a') as Pass]
    clock.advance(60_000)
    expect(call('b')).toBeUndefined()
    for (const pass of late) pass.settle('failed')
    expect(call('b')).toBeUndefined()
  })
  test('of a probe open it again; one that succeeds closes it; only one is let through', () => {
    const { guard, call, clock, events } = setup({ breaker })
    call('a', 'failed')
    call('a', 'failed')
    clock.advance(5000)
    const probe = guard.enter('a') as Pass
    expect(call('a')).toBe('circuit-open')
    probe.settle('succeeded')
    // Once is enough.
    probe.settle('failed')
    expect(call('a')).toBeUndefined()
    expect(events.at(-1)).toEqual({ kind: 'breaker-closed', dependency: 'orders', tenant: 'a', level: 'tenant' })
  })
})

describe('T112 memory', () => {
  test('is bounded, whatever number of tenants call', () => {
    const { call, lanes } = setup({ breaker, rateLimit: { requests: 1000, per: 1000 } }, { capacity: 500 })
    for (let tenant = 0; tenant < 20_000; tenant++) call(`tenant-${tenant}`)
    expect(lanes.size).toBe(500)
  })
})

describe('T113 however many others come', () => {
  const flood = ({ call, clock }: Setup): void => {
    for (let tenant = 0; tenant < 2000; tenant++) {
      call(`other-${tenant}`)
      clock.advance(1)
    }
  }
  test('an open breaker stays open', () => {
    const it = setup({ breaker: { ...breaker, openFor: 60_000 } }, { capacity: 8 })
    it.call('a', 'failed')
    it.call('a', 'failed')
    flood(it)
    expect(it.call('a')).toBe('circuit-open')
    it.clock.advance(60_000)
    expect(it.call('a')).toBeUndefined()
  })
  test('a probe that is under way stays the only one', () => {
    const it = setup({ breaker }, { capacity: 8 })
    it.call('a', 'failed')
    it.call('a', 'failed')
    it.clock.advance(5000)
    const probe = it.guard.enter('a') as Pass
    it.clock.advance(600_000)
    flood(it)
    expect(it.call('a')).toBe('circuit-open')
    probe.settle('succeeded')
    expect(it.call('a')).toBeUndefined()
  })
  test('a bucket is not filled', () => {
    const it = setup({ rateLimit: { requests: 3, per: 3_600_000 } }, { capacity: 8 })
    for (let call = 0; call < 3; call++) it.call('a')
    flood(it)
    expect(it.call('a')).toBe('rate-limited')
  })
  test('those without a place share buckets: less for each, never more; they are told of', () => {
    const { call, events } = setup({ rateLimit: { requests: 1, per: 3_600_000 } }, { capacity: 2 })
    expect([call('a'), call('b')]).toEqual([undefined, undefined])
    const served = Array.from({ length: 5000 }, (_, tenant) => call(`other-${tenant}`)).filter((one) => !one)
    expect(served.length).toBeLessThanOrEqual(1024)
    expect(events.filter(({ kind }) => kind === 'places-full')).toHaveLength(1)
  })
  test('places are given away as soon as they say nothing any more', () => {
    const { call, clock, lanes } = setup({ rateLimit: { requests: 10, per: 1000 } }, { capacity: 2 })
    for (const tenant of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect(call(tenant)).toBeUndefined()
      clock.advance(100)
    }
    expect(lanes.size).toBe(2)
  })
})

describe('T118 bulkheads', () => {
  test('one tenant fills its own', async () => {
    const { guard, events } = setup({ bulkhead: 2 }, { queue: 0 })
    const passes = [guard.enter('a'), guard.enter('a')] as Pass[]
    expect(guard.enter('a')).toMatchObject({ reason: 'bulkhead-full', level: 'tenant', retryAfter: 1000 })
    expect(guard.enter('b')).not.toHaveProperty('kind')
    passes[0]?.settle('ignored')
    expect(await guard.enter('a')).not.toHaveProperty('kind')
    expect(events).toEqual([
      { kind: 'rejected', dependency: 'orders', tenant: 'a', reason: 'bulkhead-full', level: 'tenant', delay: 1000 },
    ])
  })
  test('of a dependency serve tenants in turn', async () => {
    const { guard } = setup({ bulkhead: 1, per: 'dependency' }, { queue: 3 })
    const first = guard.enter('a') as Pass
    const order: string[] = []
    const wait = async (tenant: string): Promise<void> => {
      const pass = (await guard.enter(tenant)) as Pass
      order.push(tenant)
      pass.settle('succeeded')
    }
    const waiting = ['a', 'a', 'a', 'b'].map(wait)
    expect(guard.enter('a')).toMatchObject({ reason: 'bulkhead-full', level: 'dependency' })
    first.settle('succeeded')
    await Promise.all(waiting)
    expect(order).toEqual(['a', 'b', 'a', 'a'])
  })
  test('who waited while the breaker opened is turned away, and leaves no place taken', async () => {
    const { guard, clock } = setup({ bulkhead: 1, breaker: { ...breaker, minimum: 1 } }, { queue: 2 })
    const first = guard.enter('a') as Pass
    const waiting = ['a', 'a'].map(async (tenant) => guard.enter(tenant))
    first.settle('failed')
    expect(await Promise.all(waiting)).toMatchObject([{ reason: 'circuit-open' }, { reason: 'circuit-open' }])
    expect(guard.isOpen('a')).toBe(true)
    clock.advance(5000)
    expect(guard.enter('a')).toHaveProperty('settle')
  })
})

describe('both levels', () => {
  test('a token that one refuses is not taken at the other', () => {
    const { call, guard } = setup(
      { rateLimit: { requests: 2, per: 1000 } },
      { dependency: { rateLimit: { requests: 1, per: 1000 } } },
    )
    expect([call('a'), call('a'), call('b')]).toEqual([undefined, 'rate-limited', 'rate-limited'])
    expect([guard.rateOf('a')?.left, guard.rateOf('b')?.left]).toEqual([1, 2])
  })
  test('T116 retries are paid by the tenant and by all', () => {
    const { guard } = setup({})
    const spent = (tenant: string): number => {
      let count = 0
      while (guard.spendRetry(tenant)) count += 1
      return count
    }
    expect([spent('a'), spent('b')]).toEqual([10, 0])
    for (let call = 0; call < 50; call++) guard.earnRetry('b')
    expect([spent('a'), spent('b')]).toEqual([0, 10])
  })
})

test.each([
  { tenant: { breaker: { failures: 1.5 } } },
  { tenant: { breaker: { window: 0 } } },
  { dependency: { rateLimit: { requests: 0, per: 1000 } } },
  { dependency: { bulkhead: Number.NaN } },
  { queue: -1 },
])('numbers that cannot work are refused: %j', (options) => {
  expect(() => policyOf({}, options)).toThrow(expect.objectContaining({ code: 'TK7002' }) as Error)
})

test('options replace what is declared, and `false` takes it away', () => {
  const declared = { breaker: { minimum: 5 }, rateLimit: { requests: 1, per: 2 }, bulkhead: 3 }
  expect(policyOf(declared, { tenant: { breaker: { openFor: 7 }, rateLimit: false } })).toEqual({
    tenant: {
      breaker: { failures: 0.5, minimum: 5, window: 30_000, openFor: 7 },
      rateLimit: undefined,
      bulkhead: 3,
    },
    dependency: { breaker: undefined, rateLimit: undefined, bulkhead: undefined },
    queue: undefined,
    queueTime: 1000,
  })
})
