import type { DiffLevel } from '../../config/index.js'
import { type Loaded, type LoadOptions, loadContract, readRaw, sameDocuments } from '../../contract/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostic/index.js'
import {
  type ContractName,
  type DiffOptions,
  type DiffReport,
  diffContracts,
  type LoadedContract,
  type RemovedContract,
  removedContract,
  unchangedReport,
} from '../../diff/index.js'
import type { Input } from './inputs.js'

export type CompareOptions = Omit<DiffOptions, 'sources'>

/** Without a report there is at least one error. */
export interface Compared {
  readonly report?: DiffReport
  readonly diagnostics: readonly Diagnostic[]
}

/** Loads both sides and compares them; what is the same byte by byte is loaded once. */
export async function compareInputs(base: Input, head: Input, options: CompareOptions): Promise<Compared> {
  const after = await load(head)
  const raw = await readRaw(base.reference, base.options)
  if (isLoaded(after) && raw && hasSameOverlays(base, head) && sameDocuments(raw, after.documents)) {
    return {
      report: unchangedReport(after, { base: raw.file, head: sourceOf(head, after) }),
      diagnostics: after.diagnostics,
    }
  }
  const before = await load(base, { beside: after, ...(raw && { raw }) })
  const diagnostics = [...before.diagnostics, ...after.diagnostics]
  if (!isLoaded(before) || !isLoaded(after)) return { diagnostics }
  const sources = { base: sourceOf(base, before), head: sourceOf(head, after) }
  const [baseProtocol, headProtocol] = [before.contract.protocol, after.contract.protocol]
  if (baseProtocol !== headProtocol) {
    const names = { openapi: 'OpenAPI', asyncapi: 'AsyncAPI' }
    const params = { ...sources, baseProtocol: names[baseProtocol], headProtocol: names[headProtocol] }
    const [span] = after.spans([{ at: after.contract.at }])
    return { diagnostics: [...diagnostics, diagnostic('TK3901', params, { span })] }
  }
  return { report: diffContracts(before, after, { ...options, sources }), diagnostics }
}

/** A contract that is on one side only has to be readable, too. */
export async function nameInput(input: Input): Promise<{
  readonly name?: ContractName
  readonly diagnostics: readonly Diagnostic[]
}> {
  const loaded = await load(input)
  const { diagnostics } = loaded
  if (!isLoaded(loaded)) return { diagnostics }
  const { title, version } = loaded.contract
  return { name: { source: sourceOf(input, loaded), title, version }, diagnostics }
}

export async function removeInput(
  input: Input,
  options: CompareOptions,
): Promise<{ readonly removed?: RemovedContract; readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = await load(input)
  const { diagnostics } = loaded
  if (!isLoaded(loaded)) return { diagnostics }
  const { today, grace = 0, levels = new Map<string, DiffLevel>() } = options
  const removed = removedContract(loaded, sourceOf(input, loaded), { today, grace, levels })
  return { ...(removed && { removed }), diagnostics }
}

/** What only the named parsers refuse is a warning, and a matter of linting: of two versions nobody wants to hear it twice. */
function load({ reference, options }: Input, further?: Pick<LoadOptions, 'beside' | 'raw'>): Promise<Loaded> {
  return loadContract(reference, { ...options, validation: 'never', isTold, ...further })
}

/** Of warnings, those that say that something else was compared than the user may think. */
function isTold(code: string): boolean {
  return /^TK1[04]/.test(code)
}

function isLoaded(loaded: Loaded): loaded is LoadedContract {
  return loaded.contract !== undefined && !hasErrors(loaded.diagnostics)
}

function sourceOf({ reference }: Input, { documents: [root] }: Loaded): string {
  return root?.file ?? reference
}

function hasSameOverlays(base: Input, head: Input): boolean {
  return JSON.stringify(base.options.overlays) === JSON.stringify(head.options.overlays)
}
