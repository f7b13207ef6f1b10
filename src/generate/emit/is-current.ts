import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonValue } from '../../util/own.js'
import { sha256 } from '../../util/sha256.js'
import { type Manifest, readManifest } from './manifest.js'

export interface CurrentQuery {
  readonly out: string
  readonly toolVersion: string
  readonly options: JsonValue
  /** Where the file of an input is; undefined when it is no file that can be looked at. */
  readonly locate: (path: string) => string | undefined
}

/**
 * The manifest, when the same tool would generate the same files from the same inputs again and they all are there, so
 * that nothing needs to be loaded. Everything is compared by content: times lie after a checkout.
 */
export function currentManifest({ out, toolVersion, options, locate }: CurrentQuery): Manifest | undefined {
  const manifest = readManifest(out)
  if (!manifest || manifest.inputs.length === 0) return undefined
  if (manifest.toolVersion !== toolVersion || JSON.stringify(manifest.options) !== JSON.stringify(options))
    return undefined
  const areInputsSame = manifest.inputs.every(({ path, sha256: hash }) => hashOf(locate(path)) === hash)
  if (!areInputsSame) return undefined
  const areFilesSame = manifest.files.every(({ path, sha256: hash }) => hashOf(join(out, path)) === hash)
  return areFilesSame ? manifest : undefined
}

function hashOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  try {
    return sha256(readFileSync(path))
  } catch {
    return undefined
  }
}
