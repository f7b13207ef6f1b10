import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { bundleContract } from '../../catalog/bundle/index.js'
import { ask } from '../../catalog/client/index.js'
import type { PublishOutcome } from '../../catalog/http/generated/types/publish-outcome.js'
import type { GateReport } from '../../catalog/model/index.js'
import { isPath } from '../../config/index.js'
import { type LoadOptions, loadContract } from '../../contract/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostic/index.js'
import type { DiffReport, DiffRun } from '../../diff/index.js'
import { type Coordinates, catalogReference, formatCoordinates, parseCoordinates } from '../../util/coordinates.js'
import { type Provenance, provenanceOf } from './provenance.js'
import { type Failed, failedWith, type Session } from './session.js'

export interface PublishOptions {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** A contract argument. */
  readonly contract: string
  readonly namespace: string
  readonly name: string
  /** Default: what the contract says of itself. */
  readonly version?: string | undefined
  readonly overlays: readonly string[]
  readonly root?: string | undefined
  readonly dryRun: boolean
  readonly provenance: Provenance
  readonly catalog?: LoadOptions['catalog']
}

export interface PublishResult {
  readonly coordinates: Coordinates
  readonly outcome: 'published' | 'unchanged' | 'pending' | 'refused' | 'would-publish' | 'would-wait'
  readonly digest: string
  readonly report: GateReport
  /** The comparisons of the gate, backward, as `tenantkit diff` shows them; places of the new version are files here. */
  readonly run: DiffRun
  /** What was said while the contract was read. */
  readonly warnings: readonly Diagnostic[]
}

/** Sends a contract with all that it refers to; the catalog decides. */
export async function publish(session: Session, options: PublishOptions): Promise<PublishResult | Failed> {
  const { directory, contract, namespace, name, overlays, root, dryRun } = options
  const loaded = await loadContract(contract, {
    cwd: directory,
    overlays: overlays.map((path) => (isPath(path) ? resolve(directory, path) : path)),
    validation: 'never',
    stdin: () => readFileSync(0),
    ...(root !== undefined && { root: resolve(directory, root) }),
    ...(options.catalog && { catalog: options.catalog }),
  })
  if (!loaded.contract || hasErrors(loaded.diagnostics)) return { problems: loaded.diagnostics }
  const { bundle, diagnostics } = bundleContract(loaded)
  if (!bundle) return { problems: diagnostics }
  const coordinates = { namespace, name, version: options.version ?? loaded.contract.version }
  if (!parseCoordinates(formatCoordinates(coordinates)))
    return failedWith(diagnostic('TK5316', { version: JSON.stringify(coordinates.version.slice(0, 100)) }))
  const { client, url } = session
  const provenance = provenanceOf(options.provenance, options.environment)
  const call = () =>
    client.publishVersion({
      path: coordinates,
      ...(dryRun && { query: { dryRun } }),
      body: { ...bundle, ...(provenance && { provenance }) },
    })
  const reference = catalogReference(coordinates)
  let refusal: PublishOutcome | undefined
  const answered = await ask(`publish \`${reference}\``, url, async () => {
    const answer = await call()
    if (answer.status === 422) refusal = answer.body
    return answer
  })
  // That the gate refuses is an answer like any other.
  if ('problem' in answered && !refusal) return failedWith(answered.problem)
  const told = refusal ?? ('value' in answered ? answered.value : undefined)
  // Its report is the one of `tenantkit diff`, which the catalog's contract does not say once more.
  const report = told?.report as unknown as GateReport | undefined
  if (!told || !report) return failedWith(diagnostic('TK5315', {}))
  return {
    coordinates,
    outcome: told.outcome as PublishResult['outcome'],
    digest: told.digest,
    report,
    run: runOf(report, localFiles(reference, loaded, bundle)),
    // Coverage is the gate's to tell.
    warnings: loaded.diagnostics.filter(({ code }) => /^TK1[04]/.test(code)),
  }
}

/** By the name that the catalog shows a document under: the file that it was read from. */
function localFiles(
  reference: string,
  { documents }: { readonly documents: readonly { readonly id: string; readonly file: string }[] },
  bundle: { readonly documents: readonly { readonly path: string }[] },
): (file: string) => string {
  const own = documents.filter(({ id }) => !id.startsWith('overlay:'))
  const files = new Map<string, string>()
  own.forEach(({ file }, index) => {
    if (index === 0) files.set(reference, file)
    files.set(`${reference}#${bundle.documents[index]?.path ?? ''}`, file)
  })
  return (file) => files.get(file) ?? file
}

/** What the gate has found as one run, so that it can be shown in every format. */
function runOf({ verdict, checks, comparisons }: GateReport, localOf: (file: string) => string): DiffRun {
  const reports = comparisons.flatMap(({ direction, report }) =>
    direction === 'backward' && isReport(report) ? [localReport(report, localOf)] : [],
  )
  const diagnostics = checks.flatMap(({ name, outcome, message, details = [] }) => {
    // What breaks is among the findings.
    if ((outcome !== 'refused' && outcome !== 'review') || (name === 'compatibility' && reports.length > 0)) return []
    const params = { check: name, message: [message.replace(/\.$/, ''), ...details].join('; ') }
    return [diagnostic(outcome === 'refused' ? 'TK5312' : 'TK5313', params)]
  })
  return {
    schemaVersion: 1,
    verdict: verdict === 'passed' ? (reports.length > 0 ? 'compatible' : 'unchanged') : 'breaking',
    reports,
    added: [],
    removed: [],
    approvals: { unused: [], expired: [] },
    diagnostics,
  }
}

function isReport(report: DiffReport | undefined): report is DiffReport {
  return report?.schemaVersion === 1 && Array.isArray(report.findings)
}

function localReport(report: DiffReport, localOf: (file: string) => string): DiffReport {
  return {
    ...report,
    head: { ...report.head, source: localOf(report.head.source) },
    findings: report.findings.map((finding) =>
      finding.after ? { ...finding, after: { ...finding.after, file: localOf(finding.after.file) } } : finding,
    ),
  }
}
