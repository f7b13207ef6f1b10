import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDurations } from '../../../../src/diff/rules/governance/duration.js'

describe('compareDurations', () => {
  it.each([
    ['P1Y', 'P12M', 'same'],
    ['P2W', 'P14D', 'same'],
    ['P1D', 'PT24H', 'same'],
    ['P1Y6M', 'P18M', 'same'],
    ['PT0.5S', 'PT0.500S', 'same'],
    ['P30D', 'P90D', 'longer'],
    ['P1M', 'P32D', 'longer'],
    ['P1M', 'P31D', 'longer'],
    ['P1M', 'P28D', 'shorter'],
    ['P1M', 'P30D', 'unknown'],
    ['P1Y', 'P365D', 'shorter'],
    ['P1Y', 'P366D', 'longer'],
    ['P4Y', 'P1461D', 'longer'],
    ['P4Y', 'P1460D', 'shorter'],
    ['P400Y', 'P146097D', 'same'],
    ['P3M', 'P2M30D', 'unknown'],
    ['P999999Y', 'P1000000Y', 'unknown'],
    ['P999999Y999999M', 'P999999Y999998M', 'shorter'],
  ])('%s to %s: %s', (from, to, order) => {
    expect(compareDurations(from, to)).toBe(order)
  })

  const duration = fc
    .record({ months: fc.nat({ max: 30 }), days: fc.nat({ max: 900 }), hours: fc.nat({ max: 50 }) })
    .map((parts) => ({ ...parts, text: `P${parts.months}M${parts.days}DT${parts.hours}H` }))

  it('never contradicts the calendar, from whichever first of a month on', () => {
    const end = ({ months, days, hours }: { months: number; days: number; hours: number }, start: number) =>
      Date.UTC(1996, start + months, 1) + (days * 24 + hours) * 3_600_000
    fc.assert(
      fc.property(duration, duration, fc.nat({ max: 4_800 }), (from, to, start) => {
        const difference = Math.sign(end(to, start) - end(from, start))
        const allowed = { longer: [0, 1], shorter: [0, -1], same: [0], unknown: [-1, 0, 1] }
        expect(allowed[compareDurations(from.text, to.text)]).toContain(difference)
      }),
    )
  })

  it('says the opposite the other way round', () => {
    const opposite = { longer: 'shorter', shorter: 'longer', same: 'same', unknown: 'unknown' }
    fc.assert(
      fc.property(duration, duration, (from, to) => {
        expect(compareDurations(to.text, from.text)).toBe(opposite[compareDurations(from.text, to.text)])
      }),
    )
  })
})
