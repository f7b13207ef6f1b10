import type { Style } from '../../diagnostic/render/style.js'
import type { Finding } from '../report.js'
import type { RenderContext } from './context.js'
import type { Excerpt, ExcerptSide, SourceLine } from './excerpts.js'
import { jsonText } from './json-text.js'
import { plain } from './plain.js'
import { nowLines, witnessLines } from './witness-lines.js'
import {
  approvalText,
  count,
  findingLabel,
  findingMark,
  nowLead,
  operationTitle,
  placesText,
  unknownLead,
  unknownText,
  witnessLead,
} from './words.js'

const indent = '    '
const messageColumn = 60
const ruleColumn = 48
const titleColumn = 40
const reachesShown = 4
const witnessWidth = 240
const witnessStrings = 40
const sourceWidth = 100

/** Writes findings as blocks of lines whose columns agree over all of them. */
export function createFindingText(
  findings: readonly Finding[],
  context: RenderContext,
): (finding: Finding, excerpt: Excerpt) => string[] {
  const { style, width = 120 } = context
  const widest = (lengths: readonly number[]): number => Math.max(0, ...lengths)
  const label = widest(findings.map((finding) => findingLabel(finding).length))
  const rule = Math.min(ruleColumn, widest(findings.map((finding) => finding.rule.length)))
  const titles = findings.map(({ operation }) => (operation ? plain(operationTitle(operation)).length : 0))
  const title = Math.min(titleColumn, widest(titles))
  return (finding, excerpt) => {
    const tone = toneOf(finding, style)
    const operation = finding.operation ? plain(operationTitle(finding.operation)) : ''
    const head = [
      `${tone(findingMark(finding))} ${tone(findingLabel(finding).padEnd(label))}`,
      style.strong(`${plain(finding.code)} ${plain(finding.rule).padEnd(rule)}`),
      ...(title === 0 ? [] : [` ${operation.padEnd(title)}`]),
      style.faint(plain(finding.fingerprint)),
    ].join('  ')
    if (finding.approval) return [head, messageLine(finding, width, style), approvalLine(finding.approval)].flat()
    if (finding.level === 'info') return [head, messageLine(finding, width, style)].flat()
    return [
      head,
      ...messageLine(finding, width, style),
      ...excerptLines(excerpt, style),
      ...shownLines(finding, width),
      ...helpLines(finding, width),
    ]
  }
}

function toneOf({ approval, level }: Finding, style: Style): (text: string) => string {
  const tone = approval ? 'faint' : ({ breaking: 'error', warning: 'warning', info: 'success' } as const)[level]
  return (text) => style[tone](text)
}

function messageLine(finding: Finding, width: number, style: Style): string[] {
  const message = plain(finding.message)
  const places = plain(placesText(finding))
  if (places === '') return [`${indent}${message}`]
  // At the right where there is room for a column, nearer where there is not, below where nothing else fits.
  const column = Math.min(messageColumn, width - indent.length - places.length - 2)
  if (message.length <= column) return [`${indent}${message.padEnd(column)}  ${style.faint(places)}`]
  return [`${indent}${message}`, `${indent}${style.faint(places)}`]
}

function excerptLines({ before, after }: Excerpt, style: Style): string[] {
  const [first, second] = [shownOf(before), shownOf(after)]
  const numbers = [...first.lines, ...second.lines].map(({ number }) => String(number).length)
  const gutter = Math.max(0, ...numbers)
  const line = (sign: string, { number, text }: SourceLine): string =>
    `${indent}${sign} ${style.faint(`${String(number).padStart(gutter)} │`)} ${plain(text, sourceWidth)}`.trimEnd()
  const side = (sign: string, { lines, more }: Side): string[] => [
    ...lines.map((shown) => line(sign, shown)),
    ...(more > 0 ? [`${indent}${sign} ${style.faint(`${' '.repeat(gutter)} │ ${count(more, 'more line')}`)}`] : []),
  ]
  // The name of what changed often stands in a line that did not.
  const same =
    first.lines.length === second.lines.length && first.lines.every(({ text }, at) => text === second.lines[at]?.text)
  return same ? side(' ', second) : [...side(style.error('-'), first), ...side(style.success('+'), second)]
}

type Side = Pick<ExcerptSide, 'lines' | 'more'>

/** Of what a change stands in the position says enough. */
function shownOf(side: ExcerptSide): Side {
  return side.isAround ? { lines: [], more: 0 } : side
}

function shownLines({ witness, direction }: Finding, width: number): string[] {
  if (!witness) return []
  if ('unknown' in witness) return [`${indent}${unknownLead}:  ${plain(unknownText(witness))}`]
  const [first = '', ...more] = witnessLines(witness, (value) =>
    jsonText(value, { width: witnessWidth, strings: witnessStrings }),
  ).map((line) => plain(line, 2 * witnessWidth))
  const now = nowLines(witness).map((line) => plain(line, 2 * witnessWidth))
  const lead = `${indent}${witnessLead(witness, direction)}:`
  const reason = plain(witness.reason)
  if (more.length === 0 && now.length === 0 && `${lead}  ${first}        ${reason}`.length <= width)
    return [`${lead}  ${first}        ${reason}`]
  const opening =
    `${lead}  ${first}`.length <= width && !('raw' in witness) ? [`${lead}  ${first}`] : [lead, `${indent}  ${first}`]
  const further = more.map((line) => `${indent}  ${line}`.trimEnd())
  return [...opening, ...further, `${indent}  ${reason}`, ...answerLines(`${indent}${nowLead(witness)}:`, now)]
}

function answerLines(lead: string, lines: readonly string[]): string[] {
  if (lines.length < 2) return lines.map((line) => `${lead}  ${line}`)
  return [lead, ...lines.map((line) => `${indent}  ${line}`.trimEnd())]
}

function helpLines({ help, alsoReaches = [] }: Finding, width: number): string[] {
  const named = alsoReaches.slice(0, reachesShown).map((operation) => plain(operationTitle(operation)))
  const more = alsoReaches.length - named.length
  const reaches = named.length === 0 ? '' : `also reaches ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const fix = help === undefined ? '' : `fix: ${plain(help)}`
  const both = `${indent}${fix}   (${reaches})`
  if (fix !== '' && reaches !== '' && both.length <= width) return [both]
  return [fix, reaches].filter((part) => part !== '').map((part) => `${indent}${part}`)
}

function approvalLine(approval: NonNullable<Finding['approval']>): string {
  return `${indent}${plain(approvalText(approval))}`
}
