import type { DiffReport, Finding } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { plain } from './plain.js'
import { sentences } from './sentences.js'
import { idleApprovals, incompleteText, operationTitle, placesText, versionSentence } from './words.js'

const textLength = 2000

interface Suite {
  readonly name: string
  readonly properties: readonly (readonly [name: string, value: string])[]
  readonly cases: readonly Case[]
  readonly output: readonly string[]
}

interface Case {
  readonly name: string
  readonly findings: readonly Finding[]
  /** What kept the tool from finding out. */
  readonly error?: string
}

/**
 * JUnit's XML as CI servers read it: a suite for each contract, a case for each operation that something is said of. A
 * break fails its case, an approved one skips it; the rest is its output. Without findings one case passes, as an empty
 * report is an error to most servers.
 */
export function renderJunit(run: DiffRun, context: RenderContext): string {
  const suites = [...run.reports.map((report) => reportSuite(report, context)), ...asideSuites(run)]
  const cases = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tenantkit diff"${counts(cases)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n')
}

function reportSuite(report: DiffReport, { showInfo }: RenderContext): Suite {
  const { base, head, verdict, findings } = report
  const shown = findings.filter(({ level }) => level !== 'info' || showInfo)
  const sentence = versionSentence(report)
  return {
    name: head.source,
    properties: [
      ['title', head.title],
      ['base', `${base.source} ${base.version}`],
      ['head', `${head.source} ${head.version}`],
      ['verdict', verdict],
      ['required-bump', report.semver.required],
    ],
    cases: shown.length === 0 ? [{ name: 'the contract', findings: [] }] : casesOf(shown),
    output: sentence === '' ? [] : [sentence],
  }
}

function asideSuites(run: DiffRun): Suite[] {
  const incomplete = incompleteText(run.diagnostics)
  const said = idleApprovals(run).map((idle) => idle.said)
  const reading = incomplete === '' ? [] : [{ name: 'reading', findings: [], error: incomplete }]
  const suite = (name: string, findings: readonly Finding[], output: readonly string[] = []): Suite => ({
    name,
    properties: [],
    cases: [{ name: 'the contract', findings }],
    output,
  })
  return [
    ...run.added.map(({ source }) => suite(source, [], ['This contract is new.'])),
    ...run.removed.map(({ source, finding }) => suite(source, [finding])),
    ...(said.length + reading.length === 0
      ? []
      : [{ name: 'tenantkit diff', properties: [], cases: reading, output: said }]),
  ]
}

/** In the order in which operations are first named. */
function casesOf(findings: readonly Finding[]): readonly Case[] {
  const cases = new Map<string, Finding[]>()
  for (const finding of findings) {
    const name = finding.operation ? operationTitle(finding.operation) : 'the contract'
    const known = cases.get(name)
    if (known) known.push(finding)
    else cases.set(name, [finding])
  }
  return [...cases].map(([name, found]) => ({ name, findings: found }))
}

function suiteLines({ name, properties, cases, output }: Suite): string[] {
  return [
    `  <testsuite name="${attribute(name)}"${counts(cases)}>`,
    ...(properties.length === 0
      ? []
      : [
          '    <properties>',
          ...properties.map(([key, value]) => `      <property name="${key}" value="${attribute(value)}"/>`),
          '    </properties>',
        ]),
    ...cases.flatMap((one) => caseLines(one, name)),
    ...outputLines(output, '    '),
    '  </testsuite>',
  ]
}

function caseLines({ name, findings, error }: Case, suite: string): string[] {
  const open = `    <testcase name="${attribute(name)}" classname="${attribute(suite)}"`
  if (error !== undefined) return [`${open}>`, `      <error message="${attribute(error)}"/>`, '    </testcase>']
  if (findings.length === 0) return [`${open}/>`]
  const failing = failures(findings)
  const skipped = skips(findings)
  const rest = findings.filter((finding) => !failing.includes(finding))
  return [
    `${open}>`,
    ...(failing.length > 0 ? [failureElement(failing)] : []),
    ...(skipped ? [`      <skipped message="${attribute('every finding is approved')}"/>`] : []),
    ...outputLines(rest.flatMap(findingLines), '      '),
    '    </testcase>',
  ]
}

function failures(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level, approval }) => level === 'breaking' && !approval)
}

function skips(findings: readonly Finding[]): boolean {
  return findings.length > 0 && findings.every(({ approval }) => approval)
}

/** One for all breaks of an operation: many servers read the first alone. */
function failureElement(failing: readonly Finding[]): string {
  const [first] = failing
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : ''
  const text = failing.flatMap(findingLines).map(xml).join('\n')
  const message = `${plain(first?.message ?? '')}${more}`
  const type = `${first?.code ?? ''} ${first?.rule ?? ''}`
  return `      <failure message="${attribute(message)}" type="${attribute(type)}">${text}</failure>`
}

function findingLines(finding: Finding): string[] {
  const places = placesText(finding)
  const [first = '', ...others] = sentences(finding).map((sentence) => plain(sentence, textLength))
  return [
    `${plain(finding.code)} ${plain(finding.rule)}: ${first}`,
    ...(places === '' ? [] : [plain(places)]),
    ...others,
    `fingerprint: ${plain(finding.fingerprint)}`,
  ]
}

function outputLines(lines: readonly string[], indent: string): string[] {
  if (lines.length === 0) return []
  return [`${indent}<system-out>${lines.map((line) => xml(plain(line, textLength))).join('\n')}</system-out>`]
}

function counts(cases: readonly Case[]): string {
  const failed = cases.filter(({ findings }) => failures(findings).length > 0).length
  const failing = cases.filter(({ error }) => error !== undefined).length
  const skipped = cases.filter(({ findings }) => skips(findings)).length
  return ` tests="${cases.length}" failures="${failed}" errors="${failing}" skipped="${skipped}"`
}

function attribute(text: string): string {
  return xml(plain(text, textLength))
}

/** Text that `plain` has been over; what it leaves and XML 1.0 has no way to write (2.2, Char) is U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
