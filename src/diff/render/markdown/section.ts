import type { DiffReport, Finding } from '../../report.js'
import type { DiffRun } from '../../run.js'
import type { RenderContext } from '../context.js'
import { count, versionSentence } from '../words.js'
import { code, prose } from './escape.js'
import { cells, findingDetails, findingRow } from './finding.js'

const rowsShown = 15

/** A contract that something is said of. */
export interface Section {
  readonly title: string
  readonly intro: string
  readonly entries: readonly Entry[]
  /** What the section costs beside its entries, at most. */
  readonly bytes: number
}

export interface Entry {
  readonly section: Section
  readonly row: string
  readonly details: string | undefined
  /** The most severe have the least. */
  readonly weight: number
  readonly bytes: number
}

const tableHead = [cells(['', 'Change', 'Operation', 'Where']), cells(['---', '---', '---', '---'])]

// Empty lines, and the fold around rows that are many.
const sectionAllowance = 200

export function sectionsOf(run: DiffRun, context: RenderContext): readonly Section[] {
  return [
    ...run.reports.map((report) => reportSection(report, context)),
    ...run.removed.map(({ source, title, version, finding }) => {
      const side = { source, title, version, digest: '' }
      const sides = { base: side, head: { ...side, source: '', version: '' } }
      return section(`${prose(title)} ${prose(version)} → gone`, code(source), [finding], sides, context)
    }),
  ].filter(({ entries, intro }) => entries.length > 0 || intro !== '')
}

function reportSection(report: DiffReport, context: RenderContext): Section {
  const { base, head, findings, semver } = report
  const shown = findings.filter(({ approval, level }) => approval ?? (level !== 'info' || context.showInfo))
  const sentence = versionSentence(report)
  const files = `${code(base.source)} → ${code(head.source)}`
  const said = sentence === '' ? '' : `\n\n${semver.ok ? prose(sentence) : `**${prose(sentence)}**`}`
  const title = `${prose(head.title)} ${prose(base.version)} → ${prose(head.version)}`
  return section(title, `${files}${said}`, shown, report, context)
}

function section(
  title: string,
  intro: string,
  findings: readonly Finding[],
  sides: Pick<DiffReport, 'base' | 'head'>,
  context: RenderContext,
): Section {
  const entries: Entry[] = []
  const bytes = Buffer.byteLength(`${title}${intro}${tableHead.join('\n')}`) + sectionAllowance
  const made: Section = { title, intro, entries, bytes }
  for (const finding of findings) {
    const row = findingRow(finding, context)
    const details = findingDetails(finding, sides, context)
    const weight = finding.approval ? 3 : { breaking: 0, warning: 1, info: 2 }[finding.level]
    // Newlines around both.
    entries.push({ section: made, row, details, weight, bytes: Buffer.byteLength(`${row}${details ?? ''}`) + 4 })
  }
  return made
}

/** Title, table and what is folded away; of the only contract the heading above has said the title. */
export function sectionMarkdown({ title, intro, entries }: Section, kept: readonly Entry[], isOnly: boolean): string[] {
  if (kept.length === 0 && (entries.length > 0 || !isOnly)) return []
  const rows = [...kept].sort((before, after) => before.weight - after.weight).map(({ row }) => row)
  const [first, rest] = [rows.slice(0, rowsShown), rows.slice(rowsShown)]
  return [
    ...(isOnly ? [] : [`#### ${title}`]),
    intro,
    ...(first.length === 0 ? [] : [[...tableHead, ...first].join('\n')]),
    ...(rest.length === 0
      ? []
      : [
          `<details><summary>and ${count(rest.length, 'more row')}</summary>`,
          [...tableHead, ...rest].join('\n'),
          '</details>',
        ]),
    ...kept.flatMap(({ details }) => (details === undefined ? [] : [details])),
  ]
}
