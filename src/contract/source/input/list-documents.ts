import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join, posix, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { compareText } from '../../../util/compare.js'
import { createGlob, isGlob } from '../../../util/glob.js'
import { startOf } from '../budget.js'
import { failureOf } from './file-failure.js'
import { slashed } from './folder-store.js'
import { findGitTree, listGitFiles } from './git-store.js'
import { parseArgument } from './parse-argument.js'

/** A document of a folder that may be a contract. */
export interface ListedDocument {
  /** The argument that names it. */
  readonly reference: string
  /** Below the folder, with `/`. */
  readonly path: string
}

export interface Listing {
  readonly documents: readonly ListedDocument[]
  /** The folder, as a path from the working directory: documents below it may refer to each other. */
  readonly folder: string
}

/**
 * The JSON and YAML files of a folder or a pattern, on disk or at a git revision (`git:REF:folder`), in order of their
 * paths. Undefined when the argument names one document, or nothing that is there.
 */
export function listDocuments(reference: string, cwd: string): Listing | Diagnostic | undefined {
  const argument = parseArgument(reference, (path) => existsSync(resolve(cwd, path)))
  switch (argument.kind) {
    case 'file':
      return attempt(argument.path, () => listFolder(argument.path, cwd))
    case 'git':
      return listTree(argument.ref, argument.path, cwd)
    case 'stdin':
    case 'remote':
    case 'catalog':
      return undefined
  }
}

/** A folder that cannot be read to its end must not look like one with less in it. */
function attempt(file: string, list: () => Listing | undefined): Listing | Diagnostic | undefined {
  try {
    return list()
  } catch (error) {
    const failure = failureOf(error)
    const reason = failure.kind === 'unreadable' ? failure.reason : 'it changed while it was read'
    return diagnostic('TK1003', { file, reason }, { span: startOf(file) })
  }
}

function listFolder(path: string, cwd: string): Listing | undefined {
  const isFolder = statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true
  if (!isFolder && (!isGlob(path) || existsSync(resolve(cwd, path)))) return undefined
  const plain = slashed(path)
  const folder = isFolder ? plain : folderOf(plain)
  const matches = isFolder ? () => true : createGlob(below(folder, plain))
  const found = filesBelow(resolve(cwd, folder)).map((file) => slashed(relative(resolve(cwd, folder), file)))
  const paths = found.filter((name) => isDocument(name) && matches(name)).sort(compareText)
  return { folder, documents: paths.map((name) => ({ reference: posix.join(folder, name), path: name })) }
}

function listTree(ref: string, path: string, cwd: string): Listing | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/^-|[\u0000-\u0020\u007f]/.test(ref)) return undefined
  const tree = findGitTree(cwd, ref)
  if ('reason' in tree) return undefined
  const full = posix.normalize(/^\.\.?(\/|$)/.test(path) ? posix.join(tree.prefix, path) : path)
  const files = listGitFiles(cwd, tree)
  const isFile = files.includes(full)
  const top = isGlob(full) ? folderOf(full) : full.replace(/\/$/, '')
  const prefix = top === '' || top === '.' ? '' : `${top}/`
  const inside = files.filter((file) => file.startsWith(prefix))
  if (isFile || inside.length === 0) return undefined
  const matches = isGlob(full) ? createGlob(below(top, full)) : () => true
  const paths = inside.map((file) => file.slice(prefix.length)).filter((name) => isDocument(name) && matches(name))
  const documents = paths.map((name) => ({ reference: `git:${ref}:${prefix}${name}`, path: name }))
  return { folder: posix.relative(tree.prefix, top) || '.', documents }
}

/** Names that start with a dot and packages of others are never contracts of ours. */
function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
    // Links to folders are not followed: they can lead in circles.
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() || statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : []
  })
}

function entriesOf(folder: string): readonly Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
}

function isDocument(path: string): boolean {
  return (
    /\.(json|ya?ml)$/i.test(path) && !path.split('/').some((name) => name.startsWith('.') || name === 'node_modules')
  )
}

/** The folders before the first segment that is a pattern. */
function folderOf(pattern: string): string {
  const segments = pattern.split('/')
  const first = segments.findIndex(isGlob)
  return segments.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

function below(folder: string, pattern: string): string {
  return folder === '.' ? pattern : pattern.slice(folder.length).replace(/^\//, '')
}
