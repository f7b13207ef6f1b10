import { type LoadOptions, type Peeked, peekContract } from '../../contract/index.js'
import { listDocuments } from '../../contract/source/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { type ContractTraits, pairContracts } from '../../diff/index.js'
import { compareText } from '../../util/compare.js'
import type { Sides } from './sides.js'

/** A contract with how it is read. */
export interface Input {
  readonly reference: string
  readonly options: LoadOptions
}

export interface PairedInputs {
  readonly pairs: readonly { readonly base: Input; readonly head: Input }[]
  readonly added: readonly Input[]
  readonly removed: readonly Input[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReadOptions {
  readonly base: LoadOptions
  readonly head: LoadOptions
}

/** The contracts of both sides, every one with what it was before. Folders and patterns are looked through for them. */
export async function pairInputs(sides: Sides, options: ReadOptions): Promise<PairedInputs> {
  const { base, head, baseDirectory } = sides
  const baseOptions = { ...options.base, cwd: baseDirectory }
  const before = base === undefined ? undefined : list(base, baseOptions)
  const after = list(head, options.head)
  if (before && 'code' in before) return failed(before)
  if ('code' in after) return failed(after)
  const isAlone = before?.isFolder !== true && !after.isFolder
  const [baseInput, headInput] = [before?.inputs[0], after.inputs[0]]
  if (isAlone && headInput) {
    return baseInput
      ? { ...nothing, pairs: [{ base: baseInput, head: headInput }] }
      : { ...nothing, added: [headInput] }
  }
  return pairFolders(before?.inputs ?? [], after.inputs, sides)
}

const nothing = { pairs: [], added: [], removed: [], diagnostics: [] } as const satisfies PairedInputs

function failed(problem: Diagnostic): PairedInputs {
  return { ...nothing, diagnostics: [problem] }
}

type Listed = Input & { readonly path: string }

function list(
  reference: string,
  options: LoadOptions,
): { readonly isFolder: boolean; readonly inputs: readonly Listed[] } | Diagnostic {
  const listing = listDocuments(reference, options.cwd ?? process.cwd())
  if (!listing) return { isFolder: false, inputs: [{ reference, path: reference, options }] }
  if ('code' in listing) return listing
  // Contracts of a folder may refer to each other's documents.
  const within = { root: listing.folder, ...options }
  const inputs = listing.documents.map((document) => ({ ...document, options: within }))
  return { isFolder: true, inputs }
}

type Traits = ContractTraits & { readonly input: Input }

async function pairFolders(
  before: readonly Listed[],
  after: readonly Listed[],
  { base, head, isFound }: Sides,
): Promise<PairedInputs> {
  const [bases, heads] = [await peekAll(before), await peekAll(after)]
  const diagnostics = [...problemsOf(bases, heads), ...problemsOf(heads, bases)]
  const [found, known] = [traitsOf(heads), traitsOf(bases)]
  const isMissing = known.length === 0 && base !== undefined && !isFound
  const empty = [...(found.length === 0 ? [head] : []), ...(isMissing ? [base] : [])]
  if (diagnostics.length === 0) diagnostics.push(...empty.map((place) => diagnostic('TK3902', { place })))
  if (diagnostics.length > 0) return { ...nothing, diagnostics }
  const { kept, added, removed } = pairContracts(known, found)
  return {
    pairs: kept.map((pair) => ({ base: pair.before.input, head: pair.after.input })),
    added: added.map(({ input }) => input),
    removed: removed.map(({ input }) => input),
    diagnostics,
  }
}

type Looked = Listed & { readonly peeked: Peeked }

async function peekAll(documents: readonly Listed[]): Promise<readonly Looked[]> {
  const looked: Looked[] = []
  for (const document of documents) {
    // Overlays may set what a contract is known by; they only fit contracts, so they are left out of this first look.
    const { overlays: _, ...options } = document.options
    looked.push({ ...document, peeked: await peekContract(document.reference, options) })
  }
  return looked.sort((one, other) => compareText(one.path, other.path))
}

/**
 * What is broken and may be a contract: because it says so, or because there is one at the same path on the other side.
 * Everything else that is broken in a folder is no business of ours.
 */
function problemsOf(looked: readonly Looked[], others: readonly Looked[]): readonly Diagnostic[] {
  const contracts = new Set(others.filter(({ peeked }) => peeked.kind === 'contract').map(({ path }) => path))
  return looked.flatMap(({ path, peeked }) =>
    peeked.kind === 'broken' && (peeked.maybe || contracts.has(path)) ? peeked.diagnostics : [],
  )
}

function traitsOf(looked: readonly Looked[]): readonly Traits[] {
  return looked.flatMap(({ peeked, path, reference, options }) =>
    peeked.kind === 'contract' ? [{ ...peeked, path, input: { reference, options } }] : [],
  )
}
