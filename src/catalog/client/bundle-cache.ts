import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../bundle/index.js'
import type { Bundle } from '../model/index.js'

/** Bundles that were read before, by their digest, on this machine and for this user alone. */
export interface BundleCache {
  /** Undefined for what is not there, or is not what its digest says. */
  readonly read: (digest: string) => Bundle | undefined
  /** Never throws: what cannot be kept is read again. */
  readonly write: (digest: string, bundle: Bundle) => void
}

/** Bytes; the longest unused go first. */
const mostBytes = 256 * 1024 * 1024

export function bundleCache(folder: string, { bytes = mostBytes }: { readonly bytes?: number } = {}): BundleCache {
  return { read, write }

  function read(digest: string): Bundle | undefined {
    const path = pathOf(digest)
    try {
      const bundle = JSON.parse(readFileSync(path, 'utf8')) as Bundle
      if (digestOf(bundle) !== digest) throw new TypeError('not what it was')
      const now = new Date()
      utimesSync(path, now, now)
      return bundle
    } catch {
      // Whoever reads it from the catalog instead writes it anew.
      return undefined
    }
  }

  function write(digest: string, bundle: Bundle): void {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = pathOf(digest)
      const beside = `${path}.${process.pid}`
      writeFileSync(beside, JSON.stringify(bundle), { mode: 0o600 })
      renameSync(beside, path)
      prune()
    } catch {
      // The next one reads it again.
    }
  }

  function pathOf(digest: string): string {
    return join(folder, `${digest.replace(/[^0-9a-z]/g, '-')}.json`)
  }

  function prune(): void {
    const files = readdirSync(folder)
      .map((name) => join(folder, name))
      .flatMap((path) => {
        const stat = statSync(path, { throwIfNoEntry: false })
        return stat ? [{ path, size: stat.size, used: stat.mtimeMs }] : []
      })
      .sort((one, other) => other.used - one.used)
    let sum = 0
    for (const { path, size } of files) {
      sum += size
      if (sum > bytes) rmSync(path, { force: true })
    }
  }
}
