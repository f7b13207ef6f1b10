import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { failureOf } from './file-failure.js'
import { readRegularFile } from './read-regular-file.js'
import type { DocumentStore, ReadBytes, ReadFailure } from './store.js'

/**
 * Documents in a folder. A path is followed to its real place first, and read only when that is inside the folder's own
 * real place: a link must not lead out.
 */
export function createFolderStore(root: string, cwd: string): DocumentStore {
  const realRoot = realpathSync(root)
  const realCwd = realpathSync(cwd)
  return {
    root: slashed(relative(realCwd, realRoot)) || '.',
    read(path, maxBytes): ReadBytes | ReadFailure {
      let real: string
      try {
        real = realpathSync(join(realRoot, path))
      } catch (error) {
        return failureOf(error)
      }
      if (!isInside(realRoot, real)) return { kind: 'outside' }
      const bytes = readRegularFile(real, maxBytes)
      return Buffer.isBuffer(bytes) ? { kind: 'read', path: slashed(relative(realRoot, real)), bytes } : bytes
    },
    label: (path) => slashed(relative(realCwd, join(realRoot, path))),
    identify(path) {
      try {
        return realpathSync(join(realRoot, path))
      } catch {
        return join(realRoot, path)
      }
    },
  }
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
