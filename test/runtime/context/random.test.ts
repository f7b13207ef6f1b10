import { describe, expect, it } from 'vitest'
import { hexIds, randomHex, systemRandom } from '../../../src/runtime/src/context/index.js'
import { seededRandom } from '../../../src/runtime/src/testing/index.js'

describe('systemRandom', () => {
  it('gives nobody the bytes of somebody else, whatever is drawn in between', () => {
    const texts = Array.from({ length: 2000 }, (_, index) =>
      index % 2 === 0 ? randomHex(systemRandom, 16) : Buffer.from(systemRandom.bytes(16)).toString('hex'),
    )
    expect(texts.filter((text) => !/^[0-9a-f]{32}$/.test(text))).toEqual([])
    expect(new Set(texts).size).toBe(2000)
  })

  it('gives bytes that reach nothing else', () => {
    expect(systemRandom.bytes(16).buffer.byteLength).toBe(16)
    expect(randomHex(systemRandom, 5000)).toMatch(/^[0-9a-f]{10000}$/)
  })
})

describe('hexIds', () => {
  it('gives each id once', () => {
    const next = hexIds(systemRandom, 16)
    const ids = Array.from({ length: 1000 }, next)
    expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(1000)
  })

  it('draws from a source of tests what one id needs', () => {
    const [first, second] = [seededRandom(), seededRandom()]
    const next = hexIds(first, 16)
    expect([next(), next()]).toEqual([randomHex(second, 16), randomHex(second, 16)])
  })
})
