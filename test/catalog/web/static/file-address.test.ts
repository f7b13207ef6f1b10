import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, relativeAddress } from '../../../../src/catalog/web/static/file-address.js'

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
