import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressSegmentOf, segmentOf } from '../../src/util/path-segment.js'

/** Names of a catalog become paths of somebody's disk: none of them leaves the folder, and no two are the same file. */
describe('segments', () => {
  it.each([
    ['orders', 'orders'],
    ['order-events_2.x', 'order-events_2.x'],
    ['1.0.0-RC', '1.0.0-~52~43'],
    ['1.0.0+a', '1.0.0~2ba'],
    ['..', '~2e~2e'],
    ['.', '~2e'],
    ['...', '~2e.~2e'],
    ['../../etc/passwd', '~2e.~2f..~2fetc~2fpasswd'],
    ['a\\b', 'a~5cb'],
    ['a\0b', 'a~00b'],
    ['con', '~_con'],
    ['nul.html', '~_nul.html'],
    ['trailing.', 'trailing~2e'],
    ['~2e', '~7e2e'],
    ['é', '~c3~a9'],
    ['', '~_'],
  ])('%j is %s', (name, segment) => {
    expect(segmentOf(name)).toBe(segment)
  })

  it('of any text are one segment that stays where it is, bounded, and different for different texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (one, other) => {
          const segment = segmentOf(one)
          expect(segment).toMatch(/^[a-z0-9_~-][a-z0-9._~-]{0,119}$/)
          expect(posix.normalize(segment)).toBe(segment)
          // Lone surrogates have no UTF-8 of their own.
          if (one !== other && !/\p{Surrogate}/u.test(one + other))
            expect(segment.toLowerCase()).not.toBe(segmentOf(other).toLowerCase())
        },
      ),
    )
  })
})

describe('segments of addresses', () => {
  it.each([
    ['listOrders', 'listOrders'],
    ['repos/list-for-org', 'repos~2flist-for-org'],
    ['GET /orders', 'GET~20~2forders'],
    ['..', '~2e~2e'],
    ['', '~_'],
    ['~_', '~7e_'],
    ['a?b#c', 'a~3fb~23c'],
  ])('%j is %s', (name, segment) => {
    expect(addressSegmentOf(name)).toBe(segment)
  })

  it('stay one segment of an address, bounded, and different for different texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary' }), (one, other) => {
        const segment = addressSegmentOf(one)
        expect(encodeURIComponent(segment)).toBe(segment)
        expect(new URL(`http://a.test/x/${segment}`).pathname).toBe(`/x/${segment}`)
        expect(segment.length).toBeLessThanOrEqual(120)
        if (one !== other && !/\p{Surrogate}/u.test(one + other)) expect(segment).not.toBe(addressSegmentOf(other))
      }),
    )
  })
})
