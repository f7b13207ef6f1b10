import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { type Budget, startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { parseReference } from '../reference/parse-reference.js'
import type { ReferenceFailure } from '../reference/reference-failure.js'
import type { Fetched } from '../remote/fetch-document.js'
import { parseArgument } from './parse-argument.js'
import { type ReadCatalog, readCatalogArgument } from './read-catalog-argument.js'
import { readFileArgument } from './read-file-argument.js'
import { readGitArgument } from './read-git-argument.js'
import { type ReadStdin, readStdin } from './read-stdin.js'

export interface ReadArgumentOptions {
  readonly cwd: string
  readonly root?: string | undefined
  readonly stdin?: ReadStdin | undefined
  /** Absent when no catalog is configured. */
  readonly catalog?: ReadCatalog | undefined
  readonly exists: (path: string) => boolean
  /** Absent when remote documents are not allowed. */
  readonly fetchRemote?: ((url: string, maxBytes: number) => Promise<Fetched>) | undefined
}

/** Reads the document that an argument names, with the place that its own references start from. */
export async function readArgument(
  reference: string,
  options: ReadArgumentOptions,
  budget: Budget,
): Promise<RawDocument | Diagnostic> {
  const argument = parseArgument(reference, options.exists)
  switch (argument.kind) {
    case 'file':
      return readFileArgument(argument.path, options, budget)
    case 'stdin':
      return readStdin(options)
    case 'git':
      return readGitArgument(argument.ref, argument.path, options, budget)
    case 'remote':
      return readRemote(argument.url, options, budget)
    case 'catalog':
      return readCatalogArgument(argument.coordinates, options)
  }
}

async function readRemote(
  url: string,
  { fetchRemote }: ReadArgumentOptions,
  budget: Budget,
): Promise<RawDocument | Diagnostic> {
  const target = parseReference(url, { kind: 'remote', url }, fetchRemote !== undefined)
  if (target.kind === 'failure') return problemOf(target, url)
  if (target.kind !== 'remote' || !fetchRemote) return diagnostic('TK1032', { url }, { span: startOf(url) })
  const fetched = await fetchRemote(target.url, budget.bytesLeft())
  if (fetched.kind === 'failure') return problemOf(fetched, target.url)
  return { id: target.url, file: target.url, base: { kind: 'remote', url: fetched.url }, content: fetched.bytes }
}

function problemOf({ problem }: ReferenceFailure, url: string): Diagnostic {
  if (!problem) return diagnostic('TK1051', { url, reason: 'it cannot be read' }, { span: startOf(url) })
  return diagnostic(problem.code, problem.params as never, { span: startOf(url), help: problem.help })
}
