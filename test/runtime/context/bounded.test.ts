import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBounded } from '../../../src/runtime/src/context/index.js'

describe('a bounded map', () => {
  it('lets go what was not used since others were', () => {
    const map = createBounded<number>(3)
    for (const key of ['a', 'b', 'c']) map.set(key, 1)
    map.get('a')
    map.set('d', 1)
    map.get('c')
    map.set('e', 1)
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => map.get(key) !== undefined)).toEqual(['c', 'd', 'e'])
  })

  it('lets go somebody when all were used', () => {
    const map = createBounded<number>(2)
    for (const key of ['a', 'b']) map.set(key, 1)
    for (const key of ['a', 'b']) map.get(key)
    map.set('c', 1)
    expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([undefined, 1, 1])
  })

  it('never holds more than its limit, and gives back what was set last', () => {
    const step = fc.tuple(
      fc.constantFrom('get', 'set', 'delete'),
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      fc.nat(9),
    )
    fc.assert(
      fc.property(fc.nat(4), fc.array(step, { maxLength: 60 }), (limit, steps) => {
        const map = createBounded<number>(limit)
        const last = new Map<string, number>()
        for (const [verb, key, value] of steps) {
          if (verb === 'set') {
            map.set(key, value)
            last.set(key, value)
            expect(map.get(key)).toBe(limit === 0 ? undefined : value)
          } else if (verb === 'delete') {
            map.delete(key)
            last.delete(key)
          }
          const held = map.get(key)
          if (held !== undefined) expect(held).toBe(last.get(key))
          expect(map.size).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
