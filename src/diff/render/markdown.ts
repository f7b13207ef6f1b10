import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { code, prose, sentence } from './markdown/escape.js'
import { type Entry, type Section, sectionMarkdown, sectionsOf } from './markdown/section.js'
import { type Totals, totalsOf } from './totals.js'
import { verdictText } from './verdict.js'
import { compatibleCount, count, idleApprovals, incompleteText, placeText, unknownCount } from './words.js'

// GitHub takes 65,536 characters for a comment and a megabyte for the summary of a step; bytes are never fewer.
const commentLimit = 65_000
const summaryLimit = 1_000_000
const namesShown = 10
const asideShown = 5

/** A comment on a pull request: the verdict first, a table, payloads folded away, and a mark to find it again by. */
export function renderMarkdown(run: DiffRun, context: RenderContext): string {
  const marker = (context.marker ?? 'diff').replace(/[^\w.-]/g, '-').slice(0, 64)
  return fitted(run, context, `<!-- tenantkit-diff:${marker} -->\n`, commentLimit)
}

/** The same for the summary of a GitHub Actions step, which has more room. */
export function renderStepSummary(run: DiffRun, context: RenderContext): string {
  return fitted(run, context, '', summaryLimit)
}

/** Whole findings only, most severe first, as many as there is room for. */
function fitted(run: DiffRun, context: RenderContext, opening: string, limit: number): string {
  const sections = sectionsOf(run, context)
  const entries = sections.flatMap((section) => section.entries).sort((before, after) => before.weight - after.weight)
  const compose = (kept: ReadonlySet<Entry>): string =>
    `${opening}${composed(run, sections, (entry) => kept.has(entry), context)}`
  const kept = new Set<Entry>()
  const titled = new Set<Section>()
  let room = limit - Buffer.byteLength(compose(kept))
  for (const entry of entries) {
    const { section } = entry
    const cost = entry.bytes + (titled.has(section) ? 0 : section.bytes)
    if (cost > room) break
    room -= cost
    kept.add(entry)
    titled.add(section)
  }
  return compose(kept)
}

function composed(
  run: DiffRun,
  sections: readonly Section[],
  isKept: (entry: Entry) => boolean,
  context: RenderContext,
): string {
  const totals = totalsOf(run)
  const left = sections.flatMap(({ entries }) => entries).filter((entry) => !isKept(entry))
  const incomplete = incompleteText(run.diagnostics)
  const parts = [
    `### ${verdictMark(totals)} ${prose(verdictText(run, totals))}`,
    ...(incomplete === '' ? [] : [`**${prose(incomplete)}.**`]),
    ...sections.flatMap((section) => sectionMarkdown(section, section.entries.filter(isKept), totals.contracts === 1)),
    leftOutText(left),
    ...asideParts(run, totals),
    `<sub>tenantkit ${prose(context.toolVersion)} diff</sub>`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function verdictMark({ breaking, warning, unknown }: Totals): string {
  return breaking > 0 ? '✖' : warning + unknown > 0 ? '▲' : '✔'
}

function leftOutText(left: readonly Entry[]): string {
  if (left.length === 0) return ''
  const breaking = left.filter(({ weight }) => weight === 0).length
  const which = breaking === 0 ? '' : `, ${breaking} of them breaking,`
  return `**${count(left.length, 'more finding')}**${which} ${left.length === 1 ? 'has' : 'have'} no room here. The whole report has them: \`--format html\`.`
}

function asideParts(run: DiffRun, totals: Totals): string[] {
  const proved = compatibleCount(totals)
  const unknown = unknownCount(totals.unknown)
  const silent = run.reports.filter(({ findings }) => findings.length === 0)
  const idle = idleApprovals(run).map(({ approval, said }) => {
    const place = approval.span ? ` ${code(placeText(approval.span))}` : ''
    return `${prose(said)}: ${prose(approval.reason)}${place}`
  })
  const problems = run.diagnostics.map(({ code: number, message, span }) => {
    const place = span ? ` ${code(placeText(span))}` : ''
    return `${code(number)} ${sentence(message, code, prose)}${place}`
  })
  return [
    proved === '' ? '' : `✔ ${proved}`,
    unknown === '' ? '' : `**?** ${unknown}`,
    totals.contracts > 1 && silent.length > 0 ? `✔ No findings: ${names(silent.map(({ head }) => head.source))}` : '',
    run.added.length > 0 ? `New: ${names(run.added.map(({ source }) => source))}` : '',
    list('Approvals without effect', idle),
    list('While reading', problems),
  ]
}

function names(sources: readonly string[]): string {
  const more = sources.length > namesShown ? ` and ${sources.length - namesShown} more` : ''
  return `${sources
    .slice(0, namesShown)
    .map((source) => code(source))
    .join(', ')}${more}`
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const more = items.length > asideShown ? [`- and ${items.length - asideShown} more`] : []
  return [`${title}:`, '', ...items.slice(0, asideShown).map((item) => `- ${item}`), ...more].join('\n')
}
