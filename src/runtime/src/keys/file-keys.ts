import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../error/index.js'
import { tenantKeysOf } from './derive.js'
import type { KeyProvider } from './types.js'

export interface FileKeysOptions {
  /** Writes a new file with one key, for its owner only, when there is none. Default: false. */
  readonly create?: boolean | undefined
}

/**
 * Keys out of a JSON file, read once: `{"current": "2026-01", "keys": {"2026-01": "<32 bytes in base64>"}}`. To rotate,
 * add a key and name it `current`; old ones stay as long as something they sealed is needed. Each tenant's keys are
 * derived, so that no two tenants share one.
 *
 * @throws ConfigurationError when the file cannot be read or is not of this form.
 */
export function fileKeys(path: string, options: FileKeysOptions = {}): KeyProvider {
  const { current, keys } = parse(read(path, options.create ?? false), path)
  return { keysOf: (tenant) => tenantKeysOf(keys, current, tenant) }
}

function read(path: string, create: boolean): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing || !create) throw new ConfigurationError(`cannot read the key file ${path}`, { cause: error })
  }
  const text = `${JSON.stringify({ current: 'first', keys: { first: randomBytes(32).toString('base64') } }, undefined, 2)}\n`
  try {
    // `wx`: of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
    return text
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return read(path, false)
    throw new ConfigurationError(`cannot write the key file ${path}`, { cause: error })
  }
}

function parse(
  text: string,
  path: string,
): { readonly current: string; readonly keys: ReadonlyMap<string, Uint8Array> } {
  const refuse = (what: string): never => {
    throw new ConfigurationError(`the key file ${path} ${what}`)
  }
  const document = parseJson(text) ?? refuse('is no JSON object')
  const listed = asRecord(document['keys']) ?? refuse('has no object `keys`')
  const keys = new Map<string, Uint8Array>()
  for (const [id, encoded] of Object.entries(listed)) {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) refuse('has a key id that is not made of letters, digits, _ and -')
    const secret = typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : Buffer.alloc(0)
    if (secret.length !== 32) refuse('has a key that is not 32 bytes in base64')
    keys.set(id, secret)
  }
  const current = document['current']
  if (typeof current !== 'string' || !keys.has(current)) return refuse('has a `current` that is none of its keys')
  return { current, keys }
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
