import { type PublishResult, publish } from '../../../api/catalog/publish.js'
import { catalogReader } from '../../../api/catalog/reader.js'
import { openSession } from '../../../api/catalog/session.js'
import { type ReportOutput, writeReports } from '../../../api/diff/write-reports.js'
import { type Diagnostic, diagnostic, hasErrors } from '../../../diagnostic/index.js'
import { type Style, styleFor } from '../../../diagnostic/render/style.js'
import { formatCoordinates, parseCoordinates } from '../../../util/coordinates.js'
import { exitCode } from '../../base-command.js'
import { printJson } from '../../print.js'
import { printProblems } from '../../print-problems.js'
import { type FlagToken, reportOutputs } from '../../report-outputs.js'
import { createSourceLines } from '../../source-lines.js'
import type { CatalogFlags } from '../flags.js'
import { gateText } from './gate-text.js'
import { placeOf, refuse } from './with-session.js'

export interface PublishFlags extends CatalogFlags {
  readonly as: string
  readonly 'dry-run': boolean
  readonly overlay?: readonly string[] | undefined
  readonly root?: string | undefined
  readonly 'show-info': boolean
  readonly marker?: string | undefined
  readonly commit?: string | undefined
  readonly repository?: string | undefined
  readonly workflow?: string | undefined
}

/** Publishes and prints; the exit code. */
export async function runPublish(contract: string, flags: PublishFlags, tokens: readonly FlagToken[]): Promise<number> {
  const outputs = reportOutputs(tokens)
  if ('code' in outputs) return refuse([outputs], flags)
  const isJson = outputs.some(({ format, file }) => format === 'json' && file === undefined)
  const target = targetOf(flags.as)
  if ('code' in target) return refuse([target], { json: isJson })
  const place = placeOf(flags)
  const session = await openSession(place)
  if ('problems' in session) return refuse(session.problems, { json: isJson })
  const { directory, environment } = place
  const { commit, repository, workflow } = flags
  const result = await publish(session, {
    ...target,
    directory,
    environment,
    contract,
    overlays: flags.overlay ?? [],
    root: flags.root,
    dryRun: flags['dry-run'],
    catalog: catalogReader(place),
    provenance: { ...(commit && { commit }), ...(repository && { repository }), ...(workflow && { workflow }) },
  })
  if ('problems' in result) return refuse(result.problems, { json: isJson })
  const problems = write(result, outputs, flags)
  if (!isJson) printProblems(result.warnings)
  printProblems(problems)
  if (hasErrors(problems)) return exitCode.failed
  return exitCode[result.outcome === 'refused' ? 'findings' : 'fine']
}

function targetOf(text: string): { namespace: string; name: string; version?: string } | Diagnostic {
  const [unversioned = '', version] = text.replace(/^catalog:/, '').split('@')
  const coordinates = parseCoordinates(`${unversioned}@${version ?? '0'}`)
  if (!coordinates)
    return diagnostic('TK6005', { problem: `--as wants NAMESPACE/NAME, not \`${text}\``, command: 'catalog publish' })
  const { namespace, name } = coordinates
  return { namespace, name, ...(version !== undefined && { version }) }
}

/** JSON is the catalog's own answer; every other format shows the comparisons as `tenantkit diff` does. */
function write(result: PublishResult, outputs: readonly ReportOutput[], flags: PublishFlags): readonly Diagnostic[] {
  const style = styleFor(process.stdout, process.env)
  const { run, coordinates, outcome, digest, report } = result
  const written = writeReports(
    run,
    outputs.filter(({ format, file }) => format !== 'json' || file !== undefined),
    {
      showInfo: flags['show-info'],
      marker: flags.marker,
      tellsApproval: false,
      directory: process.cwd(),
      style,
      linesOf: createSourceLines(),
      environment: process.env,
    },
  )
  const printed = outputs.find(({ file }) => file === undefined)?.format
  if (printed === 'json')
    printJson({ schemaVersion: 1, contract: formatCoordinates(coordinates), outcome, digest, report })
  else if (printed === 'text' || printed === undefined) {
    const text = run.reports.length > 0 ? `${written.text ?? ''}\n` : ''
    process.stdout.write(`${text}${gateText(report, style)}${outcomeText(result, style)}\n`)
  } else if (written.text !== undefined) process.stdout.write(written.text)
  return written.diagnostics
}

function outcomeText({ outcome, coordinates, digest }: PublishResult, style: Style): string {
  const name = formatCoordinates(coordinates)
  switch (outcome) {
    case 'published':
      return style.success(`✔ ${name} is published (${digest.slice(0, 19)})`)
    case 'unchanged':
      return style.success(`✔ ${name} is published already, with these very documents`)
    case 'pending':
      return style.warning(`▲ ${name} waits for a review`)
    case 'refused':
      return style.error(`✖ ${name} is refused`)
    case 'would-publish':
      return style.success(`✔ ${name} would be published; nothing was kept`)
    case 'would-wait':
      return style.warning(`▲ ${name} would wait for a review; nothing was kept`)
  }
}
