import { posix } from 'node:path'
import { compareText } from '../../../util/compare.js'
import { git } from './git.js'
import type { DocumentStore, ReadBytes, ReadFailure } from './store.js'

/** A tree of a git repository at a revision: what is in it cannot change while a contract is read. */
export interface GitTree {
  readonly hash: string
  /** Path of the working directory inside the tree, with a `/` at its end, or empty. */
  readonly prefix: string
}

/** Finds the tree of a revision; the reason in words when there is none. */
export function findGitTree(cwd: string, ref: string): GitTree | { readonly reason: string } {
  const inside = git(cwd, ['rev-parse', '--show-prefix'])
  if (!Buffer.isBuffer(inside)) return inside
  const hash = git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{tree}`])
  if (!Buffer.isBuffer(hash)) return { reason: hash.reason || `there is no revision \`${ref}\`` }
  return { hash: hash.toString('utf8').trim(), prefix: inside.toString('utf8').replace(/\n$/, '') }
}

/** The paths of all regular files of a tree, from its top, in order. */
export function listGitFiles(cwd: string, tree: GitTree): readonly string[] {
  const files = [...listTree(cwd, tree.hash)].filter(([, { mode }]) => mode.startsWith('100'))
  return files.map(([path]) => path).sort(compareText)
}

interface Entry {
  readonly mode: string
  readonly hash: string
  readonly size: number
}

/**
 * Documents in a tree of git, read as `git show` would, but without its filters and without a shell. `root` is a folder
 * of the tree, or empty for all of it.
 */
export function createGitStore(cwd: string, ref: string, tree: GitTree, root: string): DocumentStore {
  let entries: ReadonlyMap<string, Entry> | undefined
  let folders: ReadonlyMap<string, readonly Entry[]> | undefined
  const contents = new Map<string, Buffer>()
  const inTree = (path: string) => posix.join(root, path)
  return {
    root: `git:${ref}:${root}`,
    read(path, maxBytes): ReadBytes | ReadFailure {
      entries ??= listTree(cwd, tree.hash)
      const full = inTree(path)
      const entry = entries.get(full)
      if (!entry) return isFolder(entries, full) ? { kind: 'not-a-file', what: 'a folder' } : { kind: 'missing' }
      // What a link leads to may be outside of the tree, where nothing has a revision.
      if (entry.mode === '120000') return { kind: 'not-a-file', what: 'a symbolic link' }
      if (entry.mode === '160000') return { kind: 'not-a-file', what: 'a submodule' }
      if (entry.size > maxBytes) return { kind: 'too-large' }
      folders ??= documentsByFolder(entries)
      const ahead = folders.get(posix.dirname(full)) ?? []
      const bytes = contents.get(entry.hash) ?? readBlobs(cwd, [entry, ...ahead], contents)
      return Buffer.isBuffer(bytes) ? { kind: 'read', path, bytes } : { kind: 'unreadable', reason: bytes.reason }
    },
    label: (path) => `git:${ref}:${inTree(path)}`,
    identify: (path) => `git:${tree.hash}:${inTree(path)}`,
  }
}

/** Bytes that are read ahead at most. */
const maxAhead = 16 * 1024 * 1024

/** Whoever reads one document of a folder mostly reads the others, and git takes long to start. */
function documentsByFolder(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, { readonly entries: Entry[]; size: number }>()
  for (const [path, entry] of entries) {
    if (!/\.(?:json|ya?ml)$/i.test(path) || !entry.mode.startsWith('100')) continue
    const name = posix.dirname(path)
    const folder = folders.get(name) ?? { entries: [], size: 0 }
    folders.set(name, folder)
    if (folder.size + entry.size > maxAhead) continue
    folder.size += entry.size
    folder.entries.push(entry)
  }
  return new Map([...folders].map(([name, folder]) => [name, folder.entries]))
}

/** Reads blobs, keeps them, and returns the first one. Each is answered by a line with its size, then its bytes. */
function readBlobs(
  cwd: string,
  entries: readonly Entry[],
  contents: Map<string, Buffer>,
): Buffer | { readonly reason: string } {
  const input = entries.map(({ hash }) => `${hash}\n`).join('')
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  const output = git(cwd, ['cat-file', '--batch'], size + 100 * entries.length, input)
  if (!Buffer.isBuffer(output)) return output
  let at = 0
  for (const { hash } of entries) {
    const end = output.indexOf('\n', at)
    const [, length] = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', at, end)) ?? []
    if (end < 0 || length === undefined) break
    contents.set(hash, output.subarray(end + 1, end + 1 + Number(length)))
    at = end + 1 + Number(length) + 1
  }
  const [first] = entries
  return (first && contents.get(first.hash)) ?? { reason: 'the object is missing' }
}

/** Trees are what their hash says for ever; the contracts of a folder all ask for the same one or two. */
const lastTrees = new Map<string, ReadonlyMap<string, Entry>>()

/** Every file of the tree at once: asking for each of a thousand files would start git as often again. */
function listTree(cwd: string, hash: string): ReadonlyMap<string, Entry> {
  const known = lastTrees.get(hash)
  if (known) return known
  const entries = readTree(cwd, hash)
  const [oldest] = lastTrees.keys()
  if (oldest !== undefined && lastTrees.size > 1) lastTrees.delete(oldest)
  lastTrees.set(hash, entries)
  return entries
}

function readTree(cwd: string, hash: string): ReadonlyMap<string, Entry> {
  const listed = git(cwd, ['ls-tree', '-r', '-l', '-z', '--full-tree', hash], 1024 * 1024 * 1024)
  const entries = new Map<string, Entry>()
  if (!Buffer.isBuffer(listed)) return entries
  for (const line of listed.toString('utf8').split('\0')) {
    const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? []
    if (mode !== undefined && object !== undefined && path !== undefined) {
      entries.set(path, { mode, hash: object, size: Number(size) || 0 })
    }
  }
  return entries
}

function isFolder(entries: ReadonlyMap<string, Entry>, path: string): boolean {
  for (const name of entries.keys()) if (name.startsWith(`${path}/`)) return true
  return path === '' || path === '.'
}
