import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOf, relativeAddress } from '../../../../src/catalog/web/static/file-address.js'
import { segmentOf } from '../../../../src/catalog/web/static/segment.js'

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

describe('files', () => {
  it('lie below the folder, whatever contracts are called', () => {
    const evil = { namespace: '../..', name: '/etc/passwd' }
    for (const place of [
      { page: 'contract', ...evil },
      { page: 'version', ...evil, version: '../../x', list: 'fields', offset: 100 },
      { page: 'changes', ...evil, before: '..', after: 'C:\\x' },
      { page: 'asset', name: '../x' },
    ] as const) {
      const file = fileOf(place) ?? ''
      expect(posix.join('/folder', file).startsWith('/folder/')).toBe(true)
      expect(file.split('/')).not.toContain('..')
    }
  })

  it('refer to each other relatively', () => {
    const from = fileOf({ page: 'version', namespace: 'a', name: 'b', version: '1.0.0' }) ?? ''
    expect(relativeAddress(from, fileOf({ page: 'overview' }) ?? '')).toBe('../../../../../index.html')
    expect(relativeAddress('index.html', from)).toBe('contracts/a/b/v/1.0.0/index.html')
  })

  it('are none for what only a server has', () => {
    for (const place of [
      { page: 'reviews' },
      { page: 'audit' },
      { page: 'map' },
      { page: 'sign-in' },
      { page: 'overview', namespace: 'a' },
    ] as const)
      expect(fileOf(place)).toBeUndefined()
  })
})
