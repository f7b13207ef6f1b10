import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Problems } from '../problem.js'
import { createBudget } from './budget.js'
import { createSources } from './create-sources.js'
import type { SourceDocument, Sources } from './document.js'
import { readArgument } from './input/read-argument.js'
import type { ReadCatalog } from './input/read-catalog-argument.js'
import type { ReadStdin } from './input/read-stdin.js'
import { createLibrary } from './library.js'
import { defaultLimits, type Limits } from './limits.js'
import { type OpenDocument, type Opened, openDocument, type RawDocument } from './open-document.js'
import { applyOverlays } from './overlay/apply-overlays.js'
import type { Fetched, Network } from './remote/fetch-document.js'

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
  readonly stdin?: ReadStdin | undefined
  /** What `catalog:namespace/name@version` reads. Default: nothing; such an argument is an error. */
  readonly catalog?: ReadCatalog | undefined
  /** What the argument leads to, when it has been read already. Default: it is read. */
  readonly raw?: RawDocument | undefined
  /** The identity of the contract's own document. Default: its path, which relative references do not depend on. */
  readonly identify?: ((root: SourceDocument) => string) | undefined
  readonly limits?: Partial<Limits> | undefined
  /** How remote documents are fetched. Default: https from this machine. */
  readonly network?: Network | undefined
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
  const limits = { ...defaultLimits, ...options.limits }
  const budget = createBudget(limits, options.now ?? (() => performance.now()))
  const cwd = options.cwd ?? process.cwd()
  const fetchRemote = options.allowRemote
    ? (url: string, maxBytes: number) => fetchOverNetwork(url, maxBytes, limits, options.network)
    : undefined
  const { root, stdin, catalog } = options
  const exists = (path: string) => existsSync(resolve(cwd, path))

  const read = async (argument: string, within?: string): Promise<RawDocument | undefined> => {
    const raw = await readArgument(argument, { cwd, root: within, stdin, catalog, exists, fetchRemote }, budget)
    if (!('code' in raw)) return raw
    problems.add(raw)
    return undefined
  }
  const open = (raw: RawDocument | undefined): OpenDocument | undefined => {
    const opened: Opened = raw ? openDocument(raw, budget) : { problems: [] }
    for (const problem of opened.problems) problems.add(problem)
    return opened.open
  }

  const raw = options.raw ?? (await read(reference, root))
  const opened = open(raw)
  if (!opened) return undefined
  const isAlone = !raw?.overlays?.length && !options.overlays?.length
  const id = (isAlone && options.identify?.(opened.document)) || opened.document.id
  const contract = { ...opened, document: { ...opened.document, id } }
  const overlays: OpenDocument[] = []
  const addOverlay = (opened: OpenDocument | undefined): void => {
    // Its name in the jail of its own folder could be that of a document of the contract.
    if (opened) overlays.push({ ...opened, document: { ...opened.document, id: `overlay:${opened.document.file}` } })
  }
  // Those that were published with the contract are a part of it; the caller's come on top.
  for (const overlay of raw?.overlays ?? []) addOverlay(open(overlay))
  for (const overlay of options.overlays ?? []) addOverlay(open(await read(overlay)))
  const overlaid = applyOverlays(contract, overlays, problems, budget)
  const library = createLibrary(budget, fetchRemote)
  for (const document of [overlaid.contract, ...overlays]) library.add(document)
  return createSources(overlaid.contract, overlays, library, problems, overlaid.locate)
}

/** What speaks with networks is loaded when a document is fetched: most contracts have none that is. */
async function fetchOverNetwork(url: string, maxBytes: number, limits: Limits, network?: Network): Promise<Fetched> {
  const { fetchDocument } = await import('./remote/fetch-document.js')
  const { nodeNetwork } = await import('./remote/node-network.js')
  return fetchDocument(url, maxBytes, limits, network ?? nodeNetwork)
}
