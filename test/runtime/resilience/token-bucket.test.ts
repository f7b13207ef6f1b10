import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRow } from '../../../src/runtime/src/resilience/row.js'
import { takeToken, timeToFull, tokensLeft } from '../../../src/runtime/src/resilience/token-bucket.js'

const start = Date.UTC(2026, 0, 1)

test('a burst at once, then one for each share of the time', () => {
  const row = createRow()
  const policy = { requests: 3, per: 3000 }
  const at = (time: number): number => takeToken(row, 0, policy, start + time)
  expect([at(0), at(0), at(0), at(0), at(500), at(1000), at(1000)]).toEqual([0, 0, 0, 1000, 500, 0, 1000])
  expect([tokensLeft(row, 0, policy, start + 2000), timeToFull(row, 0, policy, start + 2000)]).toEqual([1, 2000])
  expect(tokensLeft(row, 0, policy, start + 100_000)).toBe(3)
})

test('a clock that is set back gives nothing and holds nothing up', () => {
  const row = createRow()
  const policy = { requests: 1, per: 1000 }
  expect(takeToken(row, 0, policy, start)).toBe(0)
  expect(takeToken(row, 0, policy, start - 3_600_000)).toBe(1000)
  expect(takeToken(row, 0, policy, start - 3_600_000 + 1000)).toBe(0)
})

test('never grants more than rate x time + burst, over any stretch of time, and grants what is due', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 5000 }), asked: fc.integer({ min: 1, max: 20 }) })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.array(step, { maxLength: 60 }),
      (requests, per, steps) => {
        const row = createRow()
        const granted: number[] = []
        let now = start
        let tokens = requests
        for (const { wait, asked } of steps) {
          now += wait
          tokens = Math.min(requests, tokens + (wait * requests) / per)
          for (let call = 0; call < asked; call++) {
            const isGranted = takeToken(row, 0, { requests, per }, now) === 0
            // A token that is there but for the last bits may be given or not.
            if (Math.abs(tokens - Math.round(tokens)) > 1e-6) expect(isGranted).toBe(tokens >= 1)
            if (isGranted) {
              granted.push(now)
              tokens -= 1
            }
          }
        }
        for (let from = 0; from < granted.length; from++) {
          const span = (granted.at(-1) ?? 0) - (granted[from] ?? 0)
          expect(granted.length - from).toBeLessThanOrEqual((span * requests) / per + requests + 1e-6)
        }
      },
    ),
  )
})
