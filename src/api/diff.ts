import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isPath } from '../config/index.js'
import type { LoadOptions } from '../contract/index.js'
import type { ReadCatalog } from '../contract/source/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostic/index.js'
import {
  applyApprovals,
  type ContractName,
  type DiffReport,
  type DiffRun,
  type RemovedContract,
  runVerdict,
} from '../diff/index.js'
import { type ApproveRequest, approvalsOf, approveFindings } from './diff/approve.js'
import { type CompareOptions, compareInputs, nameInput, removeInput } from './diff/compare.js'
import { compareSchemas } from './diff/compare-schemas.js'
import { pairInputs } from './diff/inputs.js'
import { resolveSides, type Sides } from './diff/sides.js'

export interface DiffContractsOptions extends Omit<CompareOptions, 'today'> {
  /**
   * What to compare with: a contract argument, a folder, a pattern, `git:REF` for the head's own path at a revision, or
   * `auto` for where the branch of the pull request started.
   */
  readonly base: string
  /** Contract arguments, folders or patterns; several only with a base that is found from them. */
  readonly heads: readonly string[]
  /** Calendar day, ISO 8601, that sunsets and approvals are held against. */
  readonly today: string
  /** Compare plain JSON Schemas: which way values of the base go. Default: contracts are compared. */
  readonly schemas?: 'request' | 'response' | undefined
  /** Directory that relative paths are taken from. Default: the process's. */
  readonly directory?: string | undefined
  /** Nothing outside this directory is read. Default: the directory of each contract, or the folder that was named. */
  readonly root?: string | undefined
  /** Overlay documents, applied in order. Default: none. */
  readonly overlays?: { readonly base: readonly string[]; readonly head: readonly string[] } | undefined
  /** Allow `https` references and arguments. Default: false. */
  readonly allowRemote?: boolean | undefined
  /** What reads `catalog:` references. Default: nothing; then such an argument is an error. */
  readonly catalog?: ReadCatalog | undefined
  /** File of approvals; when it is not there, there are none. Default: `.tenantkit/approvals.yaml`. */
  readonly approvals?: string | undefined
  /** Findings to add to the approvals. Default: none. */
  readonly approve?: ApproveRequest | undefined
  /** Whether `info.version` is held against the changes. Default: `report`. */
  readonly semver?: 'require' | 'report' | 'off' | undefined
  /** Where `auto` looks for what a service says of the branch. Default: the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** What `-` reads. Default: the process's standard input. */
  readonly stdin?: LoadOptions['stdin']
}

const defaultApprovals = '.tenantkit/approvals.yaml'

/** Compares contracts with what they were. Problems are values; nothing is printed. With an error among them something was not compared. */
export async function diff(options: DiffContractsOptions): Promise<DiffRun> {
  const { directory = process.cwd(), today, approve } = options
  const file = resolve(directory, options.approvals ?? defaultApprovals)
  const known = await approvalsOf(file, directory)
  if (hasErrors(known.diagnostics)) return failedRun(known.diagnostics)
  const run = await compareAll(options, directory)
  if (!approve || hasErrors(run.diagnostics)) return applyApprovals(run, known.approvals, { today })
  const { approvals, diagnostics } = await approveFindings(run, approve, { ...known, file, directory })
  if (hasErrors(diagnostics)) return failedRun(diagnostics)
  return applyApprovals(run, approvals, { today })
}

async function compareAll(options: DiffContractsOptions, directory: string): Promise<DiffRun> {
  const { base, heads, environment = process.env } = options
  const found: Found = { reports: [], added: [], removed: [], diagnostics: [] }
  const reading = loadOptions(options, directory)
  for (const head of heads) {
    const sides = resolveSides(base, head, { directory, environment })
    if ('code' in sides) {
      found.diagnostics.push(sides)
      continue
    }
    if (options.schemas) {
      await compareSchemaSides(sides, reading, options, found)
      continue
    }
    const inputs = await pairInputs(sides, reading)
    found.diagnostics.push(...sides.diagnostics, ...inputs.diagnostics)
    for (const pair of inputs.pairs) {
      const { report, diagnostics } = await compareInputs(pair.base, pair.head, options)
      found.diagnostics.push(...diagnostics)
      if (report) found.reports.push(judged(report, options.semver, found.diagnostics))
    }
    for (const input of inputs.added) {
      const { name, diagnostics } = await nameInput(input)
      found.diagnostics.push(...diagnostics)
      if (name) found.added.push(name)
    }
    for (const input of inputs.removed) {
      const { removed, diagnostics } = await removeInput(input, options)
      found.diagnostics.push(...diagnostics)
      if (removed) found.removed.push(removed)
    }
  }
  const run = { schemaVersion: 1, ...found, approvals: { unused: [], expired: [] } } as const
  return { ...run, verdict: runVerdict(run) }
}

async function compareSchemaSides(
  { base, head, baseDirectory, diagnostics: told }: Sides,
  reading: Readonly<Record<'base' | 'head', LoadOptions>>,
  { view, levels, schemas: direction }: DiffContractsOptions,
  found: Found,
): Promise<void> {
  const before = base === undefined ? undefined : { reference: base, options: { ...reading.base, cwd: baseDirectory } }
  const { report, added, diagnostics } = await compareSchemas(
    before,
    { reference: head, options: reading.head },
    { ...(view && { view }), ...(levels && { levels }), ...(direction && { direction }) },
  )
  found.diagnostics.push(...told, ...diagnostics)
  if (report) found.reports.push(report)
  if (added) found.added.push(added)
}

interface Found {
  readonly reports: DiffReport[]
  readonly added: ContractName[]
  readonly removed: RemovedContract[]
  readonly diagnostics: Diagnostic[]
}

function failedRun(diagnostics: readonly Diagnostic[]): DiffRun {
  return {
    schemaVersion: 1,
    verdict: 'breaking',
    reports: [],
    added: [],
    removed: [],
    approvals: { unused: [], expired: [] },
    diagnostics,
  }
}

function loadOptions(options: DiffContractsOptions, directory: string): Readonly<Record<'base' | 'head', LoadOptions>> {
  const { root, overlays, allowRemote, catalog, stdin = () => readFileSync(0) } = options
  const shared: LoadOptions = {
    cwd: directory,
    ...(root !== undefined && { root: resolve(directory, root) }),
    ...(allowRemote !== undefined && { allowRemote }),
    ...(catalog && { catalog }),
    stdin: once(stdin),
  }
  const absolute = (paths: readonly string[] = []): readonly string[] =>
    paths.map((path) => (isPath(path) ? resolve(directory, path) : path))
  return {
    base: { ...shared, overlays: absolute(overlays?.base) },
    head: { ...shared, overlays: absolute(overlays?.head) },
  }
}

/** Standard input is gone once it has been read, and a contract may be looked at before it is loaded. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

/** Under `off` the version is not judged; under `require` one that cannot be judged is told. */
function judged(report: DiffReport, semver: DiffContractsOptions['semver'], diagnostics: Diagnostic[]): DiffReport {
  if (semver === 'off') return { ...report, semver: { ...report.semver, ok: true } }
  const { required, declared } = report.semver
  if (semver === 'require' && declared === undefined && required !== 'none') {
    diagnostics.push(diagnostic('TK3907', { version: report.head.version }))
    return { ...report, semver: { ...report.semver, ok: false } }
  }
  return report
}
