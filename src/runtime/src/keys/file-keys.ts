import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../error/index.js'
import { derivingKeys } from './derive.js'
import { parseMasterKeys } from './master-keys.js'
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
  const { current, keys } = parseMasterKeys(read(path, options.create ?? false), `the key file ${path}`)
  return derivingKeys(keys, current)
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
