import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Problems } from '../problem.js'
import { createBudget } from './budget.js'
import { createSources } from './create-sources.js'
import type { Sources } from './document.js'
import { readArgument } from './input/read-argument.js'
import { createLibrary } from './library.js'
import { defaultLimits, type Limits } from './limits.js'
import { openDocument } from './open-document.js'

export interface SourceOptions {
  /** Directory that relative paths are taken from. Default: the process's. */
  readonly cwd?: string | undefined
  /** Nothing outside this directory is read. Default: the directory of the contract; for git, the whole tree. */
  readonly root?: string | undefined
  /** Overlay documents, applied in order. Default: none. */
  readonly overlays?: readonly string[] | undefined
  /** Allow `https` arguments and references. Default: false. */
  readonly allowRemote?: boolean | undefined
  /** What `-` reads. Default: the process's standard input. */
  readonly stdin?: (() => string) | undefined
  readonly limits?: Partial<Limits> | undefined
  /** Milliseconds on a clock that only goes forward. Default: the process's. */
  readonly now?: (() => number) | undefined
}

/**
 * Opens a contract: reads the document that the argument names and what it takes to read the others when references
 * lead to them. Undefined when the document cannot be read; then there is an error among the problems.
 */
export async function openSources(
  reference: string,
  options: SourceOptions,
  problems: Problems,
): Promise<Sources | undefined> {
  const budget = createBudget({ ...defaultLimits, ...options.limits }, options.now ?? (() => performance.now()))
  const cwd = options.cwd ?? process.cwd()
  const raw = await readArgument(
    reference,
    { ...options, cwd, exists: (path) => existsSync(resolve(cwd, path)) },
    budget,
  )
  if ('code' in raw) {
    problems.add(raw)
    return undefined
  }
  const opened = openDocument(raw, budget)
  for (const problem of opened.problems) problems.add(problem)
  if (!opened.open) return undefined
  const library = createLibrary(budget, undefined)
  library.add(opened.open)
  return createSources(opened.open, library, problems)
}
