import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/catalog/bundle/index.js'
import { bundleCache } from '../../../src/catalog/client/bundle-cache.js'
import type { Bundle } from '../../../src/catalog/model/index.js'
import { tempFolder } from '../../support/temp-folder.js'

const bundleOf = (text: string): Bundle => ({ documents: [{ path: 'openapi.yaml', text }], overlays: [] })
const [first, second, third] = ['first', 'second', 'third'].map(bundleOf) as [Bundle, Bundle, Bundle]

describe('bundleCache', () => {
  it('gives what was put into it, to this user alone', () => {
    const folder = join(tempFolder({}), 'cache')
    const cache = bundleCache(folder)
    expect(cache.read(digestOf(first))).toBeUndefined()
    cache.write(digestOf(first), first)
    expect(cache.read(digestOf(first))).toEqual(first)
    const [file] = readdirSync(folder)
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(join(folder, file ?? '')).mode & 0o077).toBe(0)
  })

  it.each([
    ['changed', (text: string) => text.replace('first', 'other')],
    ['cut off', (text: string) => text.slice(0, -5)],
    ['of another shape', () => '[]'],
  ])('does not give what is not what its digest says, and takes it anew: %s', (_, change) => {
    const folder = tempFolder({})
    const cache = bundleCache(folder)
    cache.write(digestOf(first), first)
    const path = join(folder, readdirSync(folder)[0] ?? '')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    expect(cache.read(digestOf(first))).toBeUndefined()
    cache.write(digestOf(first), first)
    expect(cache.read(digestOf(first))).toEqual(first)
  })

  it('forgets what was not used for longest when it is full', () => {
    const folder = tempFolder({})
    const size = JSON.stringify(first).length
    const cache = bundleCache(folder, { bytes: 2 * size + 10 })
    cache.write(digestOf(first), first)
    cache.write(digestOf(second), second)
    // Both were used long ago, and then the first one again.
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1000, 1000)
    expect(cache.read(digestOf(first))).toEqual(first)
    cache.write(digestOf(third), third)
    expect([first, second, third].map((bundle) => cache.read(digestOf(bundle)) !== undefined)).toEqual([
      true,
      false,
      true,
    ])
  })

  it('leaves no file outside of its folder, whatever the digest', () => {
    const root = tempFolder({ 'secret.json': '{}' })
    const cache = bundleCache(join(root, 'cache'))
    expect(cache.read('../secret')).toBeUndefined()
    expect(readFileSync(join(root, 'secret.json'), 'utf8')).toBe('{}')
    cache.write('../secret', first)
    expect(readFileSync(join(root, 'secret.json'), 'utf8')).toBe('{}')
  })

  it('does without a folder that cannot be made', () => {
    const root = tempFolder({ file: '' })
    const cache = bundleCache(join(root, 'file', 'cache'))
    expect(() => cache.write(digestOf(first), first)).not.toThrow()
    expect(cache.read(digestOf(first))).toBeUndefined()
  })
})
