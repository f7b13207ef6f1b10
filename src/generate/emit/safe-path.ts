import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A relative path with `/` that stays below its folder on every system, whatever stands in the file system. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 1_000 || /[\u0000-\u001f\\:*?"<>|]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith('.'))
}

/** What stands in one folder, each subfolder listed once however many paths are asked for. */
export interface FolderView {
  /** False when a symbolic link on the way, or the file itself, leads out of the folder. */
  staysInside(path: string): boolean
  /** Whether anything has this path. */
  has(path: string): boolean
}

export function viewFolder(folder: string): FolderView {
  const root = real(folder) ?? folder
  const listings = new Map<string, ReadonlyMap<string, Dirent>>()
  const insides = new Map<string, boolean>([['', true]])

  const entryOf = (path: string): Dirent | undefined => {
    const parent = parentOf(path)
    let listing = listings.get(parent)
    if (!listing) {
      // What is not there has no entries, nor has anything below it.
      const isThere = parent === '' || entryOf(parent) !== undefined
      listing = new Map(isThere ? list(join(folder, parent)).map((entry) => [entry.name.toLowerCase(), entry]) : [])
      listings.set(parent, listing)
    }
    // Where case matters, a file of another case is looked for and not found, which does no harm.
    return listing.get(path.slice(parent === '' ? 0 : parent.length + 1).toLowerCase())
  }
  const isInside = (path: string): boolean => {
    if (!entryOf(path)?.isSymbolicLink()) return true
    const target = real(join(folder, path))
    return target !== undefined && (target === root || target.startsWith(root + sep))
  }
  const isFolderInside = (path: string): boolean => {
    const known = insides.get(path)
    if (known !== undefined) return known
    const inside = isFolderInside(parentOf(path)) && isInside(path)
    insides.set(path, inside)
    return inside
  }
  return {
    staysInside: (path) => isSafePath(path) && isFolderInside(parentOf(path)) && isInside(path),
    has: (path) => entryOf(path) !== undefined,
  }
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // Not there, or a file: writing will say so.
  }
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
