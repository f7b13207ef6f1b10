import { existsSync, readFileSync } from 'node:fs'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import { parseCoordinates } from '../../util/coordinates.js'
import { isObject, type JsonValue, own } from '../../util/own.js'
import { replaceFile } from '../../util/replace-file.js'

/** Its name; it stands beside the configuration. */
export const lockName = 'tenantkit.lock'

export interface LockCheckpoint {
  readonly sequence: number
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

export interface LockEntry {
  /** `sha256:…` of the bundle. */
  readonly digest: string
  /** How far the audit had come when it was pulled. */
  readonly checkpoint: LockCheckpoint
}

/** What was pulled, by `namespace/name@version`. */
export type Lock = ReadonlyMap<string, LockEntry>

/** Reads the lock; one that is not there is empty. */
export function readLock(path: string, shown: string): { readonly lock: Lock } | { readonly problem: Diagnostic } {
  if (!existsSync(path)) return { lock: new Map() }
  let value: JsonValue
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as JsonValue
  } catch (error) {
    return unreadable(error instanceof SyntaxError ? 'it is no JSON' : String((error as NodeJS.ErrnoException).code))
  }
  if (!isObject(value) || own(value, 'schemaVersion') !== 1) return unreadable('its `schemaVersion` is not 1')
  const contracts = own(value, 'contracts')
  if (contracts === undefined || !isObject(contracts)) return unreadable('it has no `contracts`')
  const lock = new Map<string, LockEntry>()
  for (const [coordinates, entry] of Object.entries(contracts)) {
    const read = entryOf(entry)
    if (!parseCoordinates(coordinates) || !read) return unreadable(`the entry ${lock.size + 1} is not understood`)
    lock.set(coordinates, read)
  }
  return { lock }

  function unreadable(reason: string): { readonly problem: Diagnostic } {
    return { problem: diagnostic('TK5310', { file: shown, reason }) }
  }
}

function entryOf(value: JsonValue): LockEntry | undefined {
  if (!isObject(value)) return undefined
  const [digest, checkpoint] = [own(value, 'digest'), own(value, 'checkpoint')]
  if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined
  if (checkpoint === undefined || !isObject(checkpoint)) return undefined
  const [sequence, hash] = [own(checkpoint, 'sequence'), own(checkpoint, 'hash')]
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || sequence < 0) return undefined
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    ? { digest, checkpoint: { sequence, hash } }
    : undefined
}

/**
 * Writes the lock beside its place and renames it, one entry a line and sorted, so that a change of one is one line.
 *
 * @throws the error of the file system; then the file is as it was.
 */
export function writeLock(path: string, lock: Lock): void {
  const entries = [...lock].sort(([one], [other]) => compareText(one, other))
  const lines = entries.map(([coordinates, entry]) => `    ${JSON.stringify(coordinates)}: ${JSON.stringify(entry)}`)
  const contracts = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
  replaceFile(path, `{\n  "schemaVersion": 1,\n  "contracts": ${contracts}\n}\n`)
}
