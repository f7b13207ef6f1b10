import { lstatSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A relative path with `/` that stays below its folder on every system, whatever stands in the file system. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 1_000 || /[\u0000-\u001f\\:*?"<>|]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith('.'))
}

/** Judges paths below one folder; remembers folders that it has seen. */
export interface PathGuard {
  /** False when a symbolic link on the way, or the file itself, leads out of the folder. */
  staysInside(path: string): boolean
}

export function createPathGuard(folder: string): PathGuard {
  const root = real(folder) ?? folder
  const folders = new Map<string, boolean>([['', true]])

  const isInside = (path: string): boolean => {
    const absolute = join(folder, path)
    let isLink: boolean
    try {
      isLink = lstatSync(absolute).isSymbolicLink()
    } catch {
      return true // Not there: it will be made, below a parent that is judged by itself.
    }
    if (!isLink) return true
    const target = real(absolute)
    return target !== undefined && (target === root || target.startsWith(root + sep))
  }
  const isFolderInside = (path: string): boolean => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const inside = isFolderInside(parentOf(path)) && isInside(path)
    folders.set(path, inside)
    return inside
  }
  return { staysInside: (path) => isSafePath(path) && isFolderInside(parentOf(path)) && isInside(path) }
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
