import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Lock, readLock, writeLock } from '../../../src/catalog/client/index.js'
import { tempFolder } from '../../support/temp-folder.js'

const digest = `sha256:${'a'.repeat(64)}`
const entry = { digest, checkpoint: { sequence: 7, hash: 'b'.repeat(64) } }

function lockOf(text?: string): ReturnType<typeof readLock> {
  const folder = tempFolder(text === undefined ? {} : { 'tenantkit.lock': text })
  return readLock(join(folder, 'tenantkit.lock'), 'tenantkit.lock')
}

describe('lock file', () => {
  it('is written one entry a line, sorted, and read as it was', () => {
    const path = join(tempFolder({}), 'tenantkit.lock')
    const lock: Lock = new Map([
      ['shop/orders@1.10.0', entry],
      ['bank/cards@2.0.0', entry],
    ])
    writeLock(path, lock)
    expect(readFileSync(path, 'utf8')).toBe(`{
  "schemaVersion": 1,
  "contracts": {
    "bank/cards@2.0.0": ${JSON.stringify(entry)},
    "shop/orders@1.10.0": ${JSON.stringify(entry)}
  }
}
`)
    expect(readLock(path, 'tenantkit.lock')).toEqual({ lock })
    // What was written once stays as it is when it is written again.
    const text = readFileSync(path, 'utf8')
    writeLock(path, lock)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('is empty when it is not there, and when nothing was pulled', () => {
    expect(lockOf()).toEqual({ lock: new Map() })
    const path = join(tempFolder({}), 'tenantkit.lock')
    writeLock(path, new Map())
    expect(readLock(path, 'tenantkit.lock')).toEqual({ lock: new Map() })
  })

  it.each([
    ['', 'it is no JSON'],
    ['<<<<<<< HEAD\n{}', 'it is no JSON'],
    ['[]', 'its `schemaVersion` is not 1'],
    ['{"schemaVersion":2,"contracts":{}}', 'its `schemaVersion` is not 1'],
    ['{"schemaVersion":1}', 'it has no `contracts`'],
    [withEntry('shop/orders@1.0.0', { ...entry, digest: 'sha256:short' }), 'the entry 1 is not understood'],
    [withEntry('shop/orders@1.0.0', { digest }), 'the entry 1 is not understood'],
    [withEntry('shop/orders@1.0.0', { digest, checkpoint: { sequence: -1, hash: 'b'.repeat(64) } }), /entry 1/],
    [withEntry('shop/orders@1.0.0', { digest, checkpoint: { sequence: 1.5, hash: 'b'.repeat(64) } }), /entry 1/],
    [withEntry('shop/orders@1.0.0', { digest, checkpoint: { sequence: 1, hash: 'B'.repeat(64) } }), /entry 1/],
    [withEntry('../orders@1.0.0', entry), 'the entry 1 is not understood'],
    [withEntry('__proto__', entry), 'the entry 1 is not understood'],
  ])('is refused as a whole: %j', (text, reason) => {
    const read = lockOf(text)
    expect('problem' in read && read.problem.code).toBe('TK5310')
    expect('problem' in read && read.problem.message).toMatch(reason)
  })

  it('is refused when it cannot be read', () => {
    const folder = tempFolder({ 'tenantkit.lock/file': '' })
    const read = readLock(join(folder, 'tenantkit.lock'), 'tenantkit.lock')
    expect('problem' in read && read.problem.message).toBe('`tenantkit.lock` cannot be read: EISDIR')
  })

  it('stays as it was when it cannot be written', () => {
    const folder = tempFolder({ file: 'not a folder' })
    expect(() => writeLock(join(folder, 'file', 'tenantkit.lock'), new Map())).toThrow()
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('not a folder')
    writeFileSync(join(folder, 'file'), '')
  })
})

function withEntry(coordinates: string, value: unknown): string {
  return `{"schemaVersion":1,"contracts":{${JSON.stringify(coordinates)}:${JSON.stringify(value)}}}`
}
