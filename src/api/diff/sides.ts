import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { parseArgument } from '../../contract/source/input/parse-argument.js'
import { openRepository } from '../../contract/source/repository.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { findBase } from './find-base.js'

/** What is to be compared: contract arguments, folders or patterns. */
export interface Sides {
  /** Undefined when there is nothing at the base: all of the head is new. */
  readonly base?: string
  readonly head: string
  /** The base was found from the head, so that it may well have nothing yet. */
  readonly isFound: boolean
  /** Where the base is read from: another repository's top when the head lies in it. */
  readonly baseDirectory: string
  readonly diagnostics: readonly Diagnostic[]
}

export interface SideOptions {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Both sides as contract arguments. `auto` is the head's own path where the branch started, `git:REF` its path at that
 * revision.
 */
export function resolveSides(base: string, head: string, options: SideOptions): Sides | Diagnostic {
  if (base === '-' && head === '-') return diagnostic('TK3900', {})
  if (base === 'auto') return atRevision(head, options, undefined)
  const [, revision] = /^git:([^:]+):?$/.exec(base) ?? []
  if (revision !== undefined) return atRevision(head, options, revision)
  return { base, head, isFound: false, baseDirectory: options.directory, diagnostics: [] }
}

/** The head's own path at a revision, or where the branch started. */
function atRevision(head: string, options: SideOptions, given: string | undefined): Sides | Diagnostic {
  const place = placeOf(head, options.directory)
  if ('code' in place) return place
  const repository = openRepository(place.folder)
  if ('reason' in repository) return diagnostic('TK3903', { reason: reasonOf(repository.reason, head) })
  const path = place.inTree ?? slashed(relative(repository.top, place.path))
  const found = given === undefined ? findBase(repository, place.revision, options.environment) : undefined
  if (found && 'code' in found) return found
  const revision = found?.revision ?? given ?? ''
  // An unknown revision is told by whoever reads it.
  const commit = found?.commit ?? repository.commit(revision)
  const isThere = commit === undefined || path === '' || repository.has(commit, folderOf(path))
  const base = `git:${revision}:${path === '' ? './' : path}`
  const baseDirectory = path !== '' && isInside(repository.top, options.directory) ? options.directory : repository.top
  if (isThere) return { base, head, isFound: true, baseDirectory, diagnostics: [] }
  const missing = diagnostic('TK3906', { file: head, base: revision, folder: slashed(dirname(head)) })
  return { head, isFound: true, baseDirectory, diagnostics: [missing] }
}

/** What else git complains of, such as a folder of another owner, is said in its own words. */
function reasonOf(complaint: string, head: string): string {
  const isOutside = complaint === '' || complaint.startsWith('not a git repository')
  return isOutside ? `\`${head}\` is in no git repository` : `git refuses the repository of \`${head}\`: ${complaint}`
}

/** Whether a folder belongs to the repository with this top. */
function isInside(top: string, folder: string): boolean {
  const repository = openRepository(folder)
  return !('reason' in repository) && repository.top === top
}

interface Place {
  /** Where git is asked. */
  readonly folder: string
  /** Absolute, links of folders followed. */
  readonly path: string
  /** Path from the top of the tree, when it is known already. */
  readonly inTree?: string
  /** What the head is a state of. */
  readonly revision: string
}

function placeOf(head: string, directory: string): Place | Diagnostic {
  const argument = parseArgument(head, (path) => existsSync(resolve(directory, path)))
  switch (argument.kind) {
    case 'file':
      return { ...realPlace(resolve(directory, argument.path)), revision: 'HEAD' }
    case 'git': {
      const { ref, path } = argument
      const isRelative = /^\.\.?(\/|$)/.test(path)
      return {
        ...realPlace(resolve(directory, isRelative ? path : '.')),
        ...(!isRelative && { inTree: path, folder: directory }),
        revision: ref,
      }
    }
    case 'stdin':
      return diagnostic('TK3908', { head, kind: 'read from standard input' })
    case 'remote':
      return diagnostic('TK3908', { head, kind: 'read from the network' })
    case 'catalog':
      return diagnostic('TK3908', { head, kind: 'kept in a catalog' })
  }
}

/** The nearest folder that exists tells the repository: a pattern, or a file that is not there, has none of its own. */
function realPlace(path: string): { readonly folder: string; readonly path: string } {
  let folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)
  while (!existsSync(folder)) folder = dirname(folder)
  const real = realpathSync(folder)
  return { folder: real, path: join(real, relative(folder, path)) }
}

/** A pattern's own folder. */
function folderOf(path: string): string {
  const segments = path.split('/')
  const pattern = segments.findIndex((segment) => /[*?]/.test(segment))
  return pattern < 0 ? path : segments.slice(0, pattern).join('/')
}

function slashed(path: string): string {
  return sep === '/' || isAbsolute(path) ? path : path.split(sep).join('/')
}
