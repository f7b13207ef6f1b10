import { describe, expect, it } from 'vitest'
import { mostAttempts, nextAttempt } from '../../../src/catalog/webhooks/deliver/next-attempt.js'

const now = new Date('2026-11-27T10:00:00.000Z')
const wait = (attempts: number, fraction: number, retryAfter?: string) =>
  (nextAttempt({ attempts, retryAfter, now, random: () => fraction }).getTime() - now.getTime()) / 1000

describe('the next attempt', () => {
  it('comes later each time, and not later than that', () => {
    const all = Array.from({ length: mostAttempts - 1 }, (_, index) => wait(index + 1, 1))
    expect(all).toEqual([5, 20, 80, 320, 1280, 5120, 20_480, 21_600, 21_600, 21_600, 21_600])
    expect(all.reduce((sum, each) => sum + each) / 3600).toBeGreaterThan(24)
  })

  it('is spread over the second half of the wait', () => {
    expect([wait(3, 0), wait(3, 0.5), wait(3, 1)]).toEqual([40, 60, 80])
  })

  it('T115 comes no sooner than it was asked for, and not for ever later', () => {
    expect(wait(1, 1, '120')).toBe(120)
    expect(wait(1, 1, 'Fri, 27 Nov 2026 10:02:00 GMT')).toBe(120)
    // No less than it would be otherwise.
    for (const text of ['0', '1', 'Fri, 27 Nov 2026 09:00:00 GMT']) expect(wait(3, 0, text)).toBe(40)
    for (const text of ['9999999999', 'Fri, 01 Jan 2100 00:00:00 GMT']) expect(wait(1, 1, text)).toBe(21_600)
    for (const text of ['-5', 'NaN', '1e9', 'Infinity', '99999999999', '', 'soon', '2027-01-01', '120, 130'])
      expect([text, wait(1, 1, text)]).toEqual([text, 5])
  })
})
