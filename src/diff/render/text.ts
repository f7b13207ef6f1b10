import { compareText } from '../../util/compare.js'
import type { DiffReport, Finding, ReportSide } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { readExcerpts } from './excerpts.js'
import { plain } from './plain.js'
import { createFindingText } from './text-finding.js'
import { totalsOf } from './totals.js'
import {
  compatibleCount,
  count,
  idleApprovals,
  incompleteText,
  listed,
  placeText,
  unknownCount,
  versionSentence,
} from './words.js'

/** For the terminal: a section for each contract, findings by level, and one last line where there are several. */
export function renderText(run: DiffRun, context: RenderContext): string {
  const sections = [
    ...run.reports.map((report) => ({ source: report.head.source, lines: reportLines(report, context) })),
    ...run.added.map(({ source, version }) => ({
      source,
      lines: [`${context.style.strong(plain(source))}  ${plain(version)} is new`],
    })),
    ...run.removed.map(({ source, version, finding }) => ({
      source,
      lines: [
        `${context.style.strong(plain(source))}  ${plain(version)} → gone`,
        '',
        ...findingLines([finding], context),
      ],
    })),
  ].sort((before, after) => compareText(before.source, after.source))
  const ending = endingLines(run, sections.length, context)
  const parts = [...sections.map(({ lines }) => lines), ...(ending.length > 0 ? [ending] : [])]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function reportLines(report: DiffReport, context: RenderContext): string[] {
  const { style } = context
  const header = `${style.strong(plain(report.head.source))}  ${versions(report.base, report.head)}`
  const sentence = versionSentence(report)
  const semver = sentence === '' ? [] : ['', style[report.semver.ok ? 'faint' : 'error'](plain(sentence))]
  if (report.verdict === 'unchanged') return [`${header}  ${style.success('No changes.')}`, ...semver]
  const shown = report.findings.filter(({ level, approval }) => approval ?? (level !== 'info' || context.showInfo))
  const unknown = unknownCount(report.summary.unknown)
  const compatible = compatibleCount(report.summary)
  const counts = [
    ...(unknown === '' ? [] : [`${style.warning('?')} ${unknown}`]),
    ...(compatible === '' ? [] : [`${style.success('✔')} ${compatible}`]),
  ]
  const nothing = shown.length + counts.length === 0 ? [`${style.success('✔')} compatible`] : []
  return [header, '', ...findingLines(shown, context), ...counts, ...nothing, ...semver]
}

function findingLines(findings: readonly Finding[], context: RenderContext): string[] {
  // Approved ones have been dealt with: they come last.
  const ordered = [...findings.filter(({ approval }) => !approval), ...findings.filter(({ approval }) => approval)]
  const excerptOf = readExcerpts(ordered, context.linesOf, { lines: 3 })
  const lines = createFindingText(ordered, context)
  return ordered.flatMap((finding) => lines(finding, excerptOf(finding)))
}

function versions(base: ReportSide, head: ReportSide): string {
  return `${plain(base.version)} → ${plain(head.version)}`
}

function endingLines(run: DiffRun, sections: number, { style }: RenderContext): string[] {
  const idle = idleApprovals(run).map(({ approval, said }) => {
    const place = approval.span ? `  ${style.faint(plain(placeText(approval.span)))}` : ''
    return `${style.warning('▲')} ${plain(said)}${place}`
  })
  const incomplete = incompleteText(run.diagnostics)
  return [
    ...idle,
    ...(incomplete === '' ? [] : [style.error(`✖ ${incomplete}`)]),
    ...(sections === 0 && incomplete === '' ? ['Nothing was compared.'] : []),
    ...(sections > 1 ? [totalLine(run, style)] : []),
  ]
}

function totalLine(run: DiffRun, style: RenderContext['style']): string {
  const { breaking, warning, unchanged, contracts } = totalsOf(run)
  const found = listed([count(breaking, 'breaking change'), count(warning, 'warning')])
  const aside = [
    count(unchanged, 'unchanged', 'unchanged'),
    count(run.added.length, 'new', 'new'),
    count(run.removed.length, 'gone', 'gone'),
  ].filter((part) => part !== '')
  const where = `in ${count(contracts, 'contract')}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`
  if (found !== '') return `${breaking > 0 ? style.error('✖') : style.warning('▲')} ${found} ${where}`
  return `${style.success('✔')} ${run.verdict === 'unchanged' ? 'no changes' : 'nothing breaks'} ${where}`
}
