import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export interface NewContent {
  readonly content: Buffer | string
  /** False: nothing has this path yet. */
  readonly replaces: boolean
}

/** A change of one output folder: all of it happens, or none of it. */
export interface OutputChange {
  /** New content by path relative to the folder; the last entry is renamed last. */
  readonly write: ReadonlyMap<string, NewContent>
  readonly remove: readonly string[]
}

/**
 * Writes everything beside the output first, where a full disk does no harm, then renames file by file. When a rename
 * fails, those before it are taken back.
 *
 * @throws the error of the file system, after everything is as it was.
 */
export function writeOutput(out: string, { write, remove }: OutputChange): void {
  const undo: (() => void)[] = []
  const created = mkdirSync(out, { recursive: true })
  let staging: string | undefined
  try {
    removeLeftovers(out)
    staging = join(out, `${stagingPrefix}${process.pid}`)
    mkdirSync(staging)
    const fresh = stage(staging, write)
    const kept = join(staging, 'before')
    mkdirSync(kept)
    let number = 0
    const folders = new Set<string>()
    for (const [path, from, replaces] of fresh) {
      const target = join(out, path)
      const folder = dirname(target)
      const first = folders.has(folder) ? undefined : mkdirSync(folder, { recursive: true })
      if (first !== undefined) undo.push(() => removeEmpty(folder, dirname(first)))
      folders.add(folder)
      const backup = replaces ? keep(target, join(kept, String(number++))) : undefined
      renameSync(from, target)
      undo.push(() => (backup === undefined ? unlinkSync(target) : renameSync(backup, target)))
    }
    for (const path of remove) {
      const target = join(out, path)
      const backup = join(kept, String(number++))
      renameSync(target, backup)
      undo.push(() => renameSync(backup, target))
    }
  } catch (error) {
    for (const back of undo.reverse()) back()
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true })
    if (created !== undefined) removeEmpty(out, dirname(created))
    throw error
  }
  rmSync(staging, { recursive: true, force: true })
  for (const path of remove) removeEmpty(dirname(join(out, path)), out)
}

const stagingPrefix = '.tenantkit-staging-'

type Staged = readonly [path: string, staged: string, replaces: boolean]

/** The new files under numbers, so that no folder is needed: by path, where each one lies. */
function stage(staging: string, write: OutputChange['write']): readonly Staged[] {
  let number = 0
  return [...write].map(([path, { content, replaces }]) => {
    const staged = join(staging, String(number++))
    writeFileSync(staged, content)
    return [path, staged, replaces]
  })
}

/** A second name for what is there, so that the rename over it can be taken back; undefined when nothing is there. */
function keep(target: string, backup: string): string | undefined {
  try {
    linkSync(target, backup)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    // File systems without hard links.
    copyFileSync(target, backup)
  }
  return backup
}

/** Staging folders of processes that were killed. */
function removeLeftovers(out: string): void {
  for (const name of readdirSync(out)) {
    if (!name.startsWith(stagingPrefix)) continue
    const pid = Number(name.slice(stagingPrefix.length))
    if (pid === process.pid || !isAlive(pid)) rmSync(join(out, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes folders that became empty, from the inside out, but not `end`. */
function removeEmpty(folder: string, end: string): void {
  for (let current = folder; current !== end && current.startsWith(end); current = dirname(current)) {
    try {
      rmdirSync(current)
    } catch {
      return
    }
  }
}
