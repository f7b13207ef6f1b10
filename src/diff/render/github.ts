import type { SourceSpan } from '../../diagnostic/index.js'
import { type Finding, type Level, levels } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { plain } from './plain.js'
import { repositoryPath } from './repository-path.js'
import { sentences } from './sentences.js'
import { findingsOf } from './totals.js'
import { findingLabel, findingMark, idleApprovals, incompleteText, operationTitle, placeText } from './words.js'

const commands = { breaking: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Level, string>

// GitHub shows ten annotations of a kind for a step and drops the rest without a word.
const annotationsShown = 10
const textLength = 2000

/**
 * Workflow commands for the log of a GitHub Actions step: annotations on the lines of the head, most severe first. What
 * GitHub would not show is a plain line of the log, so that the log has everything.
 */
export function renderGithub(run: DiffRun, context: RenderContext): string {
  const open = findingsOf(run).filter(
    ({ finding }) => !finding.approval && (finding.level !== 'info' || context.showInfo),
  )
  const lines = levels.flatMap((level) => {
    // Breaks of security first: with many findings they must be among the ten.
    const found = open.filter(({ finding }) => finding.level === level)
    const ordered = ['security', 'governance', 'structural'].flatMap((category) =>
      found.filter(({ finding }) => finding.category === category),
    )
    const annotated = ordered.slice(0, annotationsShown)
    const rest = ordered.slice(annotationsShown)
    return [
      ...annotated.map(({ finding, source }) => annotation(finding, source, context)),
      ...(rest.length > 0 ? [`${rest.length} more that GitHub shows no annotations for:`] : []),
      ...rest.map(({ finding }) => plainLine(finding)),
    ]
  })
  return [...lines, ...asideLines(run, context)].map((line) => `${line}\n`).join('')
}

function annotation(finding: Finding, source: string, context: RenderContext): string {
  const title = `${finding.code} ${finding.rule}${finding.operation ? `: ${operationTitle(finding.operation)}` : ''}`
  const message = sentences(finding).map((sentence) => plain(sentence, textLength))
  return command(commands[finding.level], finding.after ?? source, title, message.join('\n'), context)
}

function asideLines(run: DiffRun, context: RenderContext): string[] {
  const incomplete = incompleteText(run.diagnostics)
  return [
    ...idleApprovals(run).map(({ approval, said }) =>
      command('warning', approval.span, 'approval without effect', plain(said), context),
    ),
    ...(incomplete === '' ? [] : [command('error', undefined, 'tenantkit diff', incomplete, context)]),
  ]
}

function command(
  name: 'error' | 'warning' | 'notice',
  place: SourceSpan | string | undefined,
  title: string,
  message: string,
  { root }: RenderContext,
): string {
  const properties = [...placeProperties(place, root), ['title', plain(title)] as const]
    .map(([key, value]) => `${key}=${property(value)}`)
    .join(',')
  return `::${name} ${properties}::${data(message)}`
}

function placeProperties(
  place: SourceSpan | string | undefined,
  root: string | undefined,
): (readonly [string, string])[] {
  if (place === undefined) return []
  const file = repositoryPath(typeof place === 'string' ? place : place.file, root)
  if (file === undefined) return []
  const path = plain(file, textLength)
  if (typeof place === 'string') return [['file', path]]
  const { line, column, endLine, endColumn } = place
  const lines = [
    ['file', path],
    ['line', String(line)],
    ['endLine', String(endLine)],
  ] as const
  // An annotation has columns only when it stands on one line; GitHub refuses others.
  if (line !== endLine) return [...lines]
  return [...lines, ['col', String(column)], ['endColumn', String(endColumn)]]
}

// As the runner reads commands: `%`, CR and LF in data, and `:` and `,` in properties, too.
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function plainLine(finding: Finding): string {
  const { after, code, rule, message, operation } = finding
  const title = operation ? `  ${operationTitle(operation)}` : ''
  const place = after ? `  ${placeText(after)}` : ''
  return plain(`${findingMark(finding)} ${findingLabel(finding)}  ${code} ${rule}${title}: ${message}${place}`)
}
