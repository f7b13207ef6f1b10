import type { DiffReport, Finding } from '../../report.js'
import { approveText } from '../approve-text.js'
import type { RenderContext } from '../context.js'
import { jsonText } from '../json-text.js'
import { plain } from '../plain.js'
import { nowLines, witnessLines } from '../witness-lines.js'
import {
  approvalText,
  findingLabel,
  findingMark,
  nowLead,
  operationTitle,
  placeText,
  unknownLead,
  unknownText,
  witnessLead,
} from '../words.js'
import { cellCode, code, fenced, htmlCode, link, prose, sentence } from './escape.js'

const cellLength = 160
const reachesShown = 10
const lineWidth = 72
const witnessWidth = 800

/** One row of the table: `| ✖ breaking | what | where it is met | where it stands |`. */
export function findingRow(finding: Finding, context: RenderContext): string {
  const { operation, alsoReaches = [], approval, after, before } = finding
  const reaches = alsoReaches.length > 0 ? ` and ${alsoReaches.length} more` : ''
  const what = sentence(finding.message, cellCode, prose)
  const span = after ?? before
  const place = span ? link(cellCode(`${span.file}:${span.line}`, cellLength), context.linkTo?.(span)) : ''
  return cells([
    `${findingMark(finding)} ${findingLabel(finding)}`,
    approval ? `${what}: ${prose(approvalText(approval), cellLength)}` : what,
    operation ? `${cellCode(operationTitle(operation), cellLength)}${reaches}` : '',
    `${span && !after ? 'was ' : ''}${place}`,
  ])
}

export function cells(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`
}

/** What a row has no room for, folded away: payload and reason, fix, what else is reached, how to approve it. */
export function findingDetails(
  finding: Finding,
  sides: Pick<DiffReport, 'base' | 'head'>,
  context: RenderContext,
): string | undefined {
  const { level, approval } = finding
  if (approval || level === 'info') return undefined
  const parts = [
    ...witnessParts(finding),
    ...(finding.help === undefined ? [] : [`**Fix:** ${sentence(finding.help, code, prose)}`]),
    ...(level === 'breaking' && context.tellsApproval !== false ? approveParts(finding, sides) : []),
  ]
  if (parts.length === 0) return undefined
  // The lines of a summary are HTML up to the first empty line; what follows is Markdown again.
  return [
    `<details><summary>${findingMark(finding)} ${sentence(finding.message, htmlCode, prose)}</summary>`,
    headLine(finding, context),
    ...parts,
    '</details>',
  ].join('\n\n')
}

function headLine(
  { code: number, rule, operation, alsoReaches = [], before, after }: Finding,
  context: RenderContext,
): string {
  const page = context.ruleOf?.(number)?.page
  const reached = [...(operation ? [operation] : []), ...alsoReaches.slice(0, reachesShown)]
  const more = alsoReaches.length > reachesShown ? ` and ${alsoReaches.length - reachesShown} more` : ''
  const places = [before, after]
    .filter((span) => span !== undefined)
    .map((span) => link(code(placeText(span)), context.linkTo?.(span)))
  return [
    link(`${code(number)} ${prose(rule)}`, page),
    ...(reached.length > 0 ? [`${reached.map((one) => code(operationTitle(one))).join(', ')}${more}`] : []),
    ...(places.length > 0 ? [places.join(' → ')] : []),
  ].join(' · ')
}

function witnessParts({ witness, direction }: Finding): string[] {
  if (!witness) return []
  if ('unknown' in witness) return [`**Not decided:** ${unknownLead}: ${sentence(unknownText(witness), code, prose)}`]
  const lines = witnessLines(witness, (value) => {
    const line = jsonText(value, { width: witnessWidth })
    return line.length <= lineWidth ? line : jsonText(value, { width: witnessWidth, pretty: true })
  })
  const isPayload = !('raw' in witness) && witness.request === undefined
  const now = nowLines(witness)
  return [
    `**${capital(witnessLead(witness, direction))}:**`,
    fenced(lines.map((line) => plain(line)).join('\n'), isPayload ? 'json' : ''),
    `**Because:** ${prose(witness.reason)}`,
    ...(now.length > 0
      ? [`**${capital(nowLead(witness))}:**`, fenced(now.map((line) => plain(line)).join('\n'), '')]
      : []),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function approveParts(finding: Finding, sides: Pick<DiffReport, 'base' | 'head'>): string[] {
  const { command, entry } = approveText(finding, sides)
  const lines = (text: string): string =>
    text
      .split('\n')
      .map((line) => plain(line, 1000))
      .join('\n')
  return [
    ...(command === undefined ? [] : ['**Let it pass** with a reason:', fenced(lines(command), 'sh')]),
    `${command === undefined ? '**Let it pass:** add it' : 'or add it'} to \`.tenantkit/approvals.yaml\` by hand:`,
    fenced(lines(entry), 'yaml'),
  ]
}
