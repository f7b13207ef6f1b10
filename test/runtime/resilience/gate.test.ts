import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGate, type Gate, type GateOptions } from '../../../src/runtime/src/resilience/gate.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'

function gate(options: Partial<GateOptions>): { readonly it: Gate; readonly clock: ReturnType<typeof manualClock> } {
  const clock = manualClock()
  const it = createGate({
    perTenant: Number.POSITIVE_INFINITY,
    total: Number.POSITIVE_INFINITY,
    queuePerTenant: 100,
    queueTotal: 1000,
    queueTime: 1000,
    after: clock.after,
    ...options,
  })
  return { it, clock }
}

/** Names of those who were let in, in order. */
async function waitingFor(it: Gate, tenants: readonly string[]): Promise<string[]> {
  const entered: string[] = []
  for (const tenant of tenants) {
    void Promise.resolve(it.enter(tenant, undefined)).then((mayEnter) => mayEnter && entered.push(tenant))
  }
  await settled()
  return entered
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a bulkhead', () => {
  test('lets so many in, and the next when one leaves', async () => {
    const { it } = gate({ total: 2 })
    expect([it.enter('a', undefined), it.enter('b', undefined)]).toEqual([true, true])
    const third = it.enter('a', undefined)
    it.leave('b')
    expect(await third).toBe(true)
  })
  test('T118 gives each tenant its turn, however many calls of another wait', async () => {
    const { it } = gate({ total: 1 })
    void it.enter('loud', undefined)
    const entered = await waitingFor(it, ['loud', 'loud', 'loud', 'loud', 'quiet', 'calm', 'quiet'])
    for (const last of ['loud', 'loud', 'quiet', 'calm', 'loud', 'quiet', 'loud', 'loud']) {
      it.leave(last)
      await settled()
    }
    expect(entered).toEqual(['loud', 'quiet', 'calm', 'loud', 'quiet', 'loud', 'loud'])
    expect(it.tenants).toBe(0)
  })
  test('T118 holds one tenant to its own share', () => {
    const { it } = gate({ perTenant: 2, total: 3, queuePerTenant: 0 })
    expect([it.enter('a', undefined), it.enter('a', undefined), it.enter('a', undefined)]).toEqual([true, true, false])
    expect([it.isFullFor('a'), it.isFullFor('b')]).toEqual([true, false])
    expect([it.enter('b', undefined), it.enter('b', undefined)]).toEqual([true, false])
  })
  test('lets few wait, not for long, and not those who gave up', async () => {
    const { it, clock } = gate({ total: 1, queuePerTenant: 2, queueTotal: 3 })
    void it.enter('a', undefined)
    const caller = new AbortController()
    const waiting = [it.enter('a', () => caller.signal), it.enter('a', undefined), it.enter('b', undefined)]
    expect([it.enter('a', undefined), it.enter('c', undefined)]).toEqual([false, false])
    caller.abort()
    clock.advance(999)
    it.leave('a')
    clock.advance(1)
    expect(await Promise.all(waiting.map(async (each) => each))).toEqual([false, true, false])
    expect(it.enter('a', () => AbortSignal.abort())).toBe(false)
    it.leave('a')
    expect(it.tenants).toBe(0)
  })
})

test('never too many, nobody forgotten: whatever comes, goes and gives up', async () => {
  const tenants = ['a', 'b', 'c']
  const event = fc.record({
    tenant: fc.constantFrom(...tenants),
    kind: fc.constantFrom('enter', 'enter', 'leave', 'abort', 'wait'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
      const { it, clock } = gate({ perTenant: 2, total: 4, queuePerTenant: 3, queueTotal: 6 })
      const inside = new Map(tenants.map((tenant) => [tenant, 0]))
      const waiting: { readonly tenant: string; readonly caller: AbortController; isOver: boolean }[] = []
      const count = (tenant: string, by: number): unknown => inside.set(tenant, (inside.get(tenant) ?? 0) + by)
      for (const { tenant, kind } of events) {
        if (kind === 'enter') {
          const caller = new AbortController()
          const entered = it.enter(tenant, () => caller.signal)
          if (entered === true) count(tenant, 1)
          else if (entered !== false) {
            const one = { tenant, caller, isOver: false }
            waiting.push(one)
            void entered.then((mayEnter) => {
              one.isOver = true
              if (mayEnter) count(tenant, 1)
            })
          }
        } else if (kind === 'leave' && (inside.get(tenant) ?? 0) > 0) {
          count(tenant, -1)
          it.leave(tenant)
        } else if (kind === 'abort') waiting.find((one) => !one.isOver && one.tenant === tenant)?.caller.abort()
        else if (kind === 'wait') clock.advance(400)
        await settled()
        const all = [...inside.values()]
        const sum = all.reduce((total, each) => total + each, 0)
        expect(Math.max(...all)).toBeLessThanOrEqual(2)
        expect(sum).toBeLessThanOrEqual(4)
        // Whoever could go on does not wait.
        for (const one of waiting) {
          if (!one.isOver) expect(sum === 4 || inside.get(one.tenant) === 2).toBe(true)
        }
      }
      for (const one of waiting) one.caller.abort()
      await settled()
      for (const [tenant, calls] of inside) for (let call = 0; call < calls; call++) it.leave(tenant)
      expect(it.tenants).toBe(0)
    }),
    { numRuns: 100 },
  )
})
