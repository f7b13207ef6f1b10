import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimProbe, isProbing, openFor, recordOutcome } from '../../../src/runtime/src/resilience/breaker.js'
import { createRow } from '../../../src/runtime/src/resilience/row.js'
import type { BreakerPolicy, Outcome } from '../../../src/runtime/src/resilience/types.js'

const start = Date.UTC(2026, 0, 1)
const policy: BreakerPolicy = { failures: 0.5, minimum: 4, window: 4000, openFor: 1000 }

/** A breaker on a clock that is turned by hand. */
function breaker(): {
  pass(seconds: number): void
  ask(): number
  call(outcome: Outcome): string | undefined
  readonly isProbing: boolean
} {
  const row = createRow()
  let now = start
  return {
    pass: (seconds) => {
      now += seconds * 1000
    },
    ask: () => openFor(row, 0, policy, now),
    call: (outcome) => recordOutcome(row, 0, policy, now, { outcome, isProbe: claimProbe(row, 0) }),
    get isProbing() {
      return isProbing(row, 0)
    },
  }
}

describe('a breaker', () => {
  test('opens when the share of failures is reached, not before there were enough calls', () => {
    const it = breaker()
    expect([it.call('failed'), it.call('failed'), it.call('failed'), it.ask()]).toEqual([...Array(3), 0])
    expect([it.call('failed'), it.ask()]).toEqual(['opened', 1000])
  })
  test('counts the window only', () => {
    const it = breaker()
    for (let call = 0; call < 3; call++) it.call('failed')
    it.pass(4)
    expect([it.call('failed'), it.ask()]).toEqual([undefined, 0])
  })
  test('does not open for what says nothing', () => {
    const it = breaker()
    for (let call = 0; call < 100; call++) it.call('ignored')
    expect([it.call('failed'), it.ask()]).toEqual([undefined, 0])
  })
  test('closes after one call that succeeds, stays open after one that fails, and asks again after one that says nothing', () => {
    const it = breaker()
    for (let call = 0; call < 4; call++) it.call('failed')
    it.pass(1)
    expect([it.ask(), it.call('failed'), it.ask()]).toEqual([0, 'opened', 1000])
    it.pass(1)
    expect([it.ask(), it.call('ignored'), it.ask()]).toEqual([0, undefined, 0])
    expect([it.call('succeeded'), it.ask()]).toEqual(['closed', 0])
  })
})

interface Model {
  state: 'closed' | 'open' | 'probing'
  until: number
  /** Calls since it closed: slot of the window, and whether it failed. */
  calls: { readonly slot: number; readonly failed: boolean }[]
}

test('is what a simple model says, whatever happens', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 3000 }) }),
    fc.record({ kind: fc.constant('start' as const) }),
    fc.record({
      kind: fc.constant('end' as const),
      which: fc.nat(5),
      outcome: fc.constantFrom<Outcome>('succeeded', 'failed', 'failed', 'ignored'),
    }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      const row = createRow()
      const model: Model = { state: 'closed', until: 0, calls: [] }
      const under: { readonly isProbe: boolean }[] = []
      let now = start
      for (const each of events) {
        if (each.kind === 'wait') now += each.milliseconds
        const mayPass = model.state === 'closed' || (model.state === 'open' && now >= model.until)
        expect(openFor(row, 0, policy, now) === 0).toBe(mayPass)
        if (each.kind === 'start' && mayPass) {
          const isProbe = model.state === 'open'
          if (isProbe) model.state = 'probing'
          expect(claimProbe(row, 0)).toBe(isProbe)
          under.push({ isProbe })
        }
        const ended = each.kind === 'end' ? under.splice(each.which, 1)[0] : undefined
        if (each.kind === 'end' && ended) {
          const told = recordOutcome(row, 0, policy, now, { outcome: each.outcome, isProbe: ended.isProbe })
          expect(told).toBe(judged(model, now, each.outcome, ended.isProbe))
        }
        // A single probe: never two calls that find out at the same time.
        expect(under.filter(({ isProbe }) => isProbe).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

function judged(model: Model, now: number, outcome: Outcome, isProbe: boolean): 'opened' | 'closed' | undefined {
  const slot = Math.floor(now / (policy.window / 4))
  if (isProbe && outcome === 'ignored') {
    model.state = 'open'
    model.until = now
    return undefined
  }
  if (isProbe && outcome === 'succeeded') {
    model.state = 'closed'
    return 'closed'
  }
  if (!isProbe && (model.state !== 'closed' || outcome === 'ignored')) return undefined
  if (!isProbe) {
    model.calls.push({ slot, failed: outcome === 'failed' })
    const counted = model.calls.filter((call) => call.slot > slot - 4)
    const failures = counted.filter(({ failed }) => failed).length
    const isTooMuch = counted.length >= policy.minimum && failures / counted.length >= policy.failures
    if (outcome !== 'failed' || !isTooMuch) return undefined
  }
  model.state = 'open'
  model.until = now + policy.openFor
  model.calls = []
  return 'opened'
}
