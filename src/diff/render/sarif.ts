import { type Diagnostic, hasErrors, type SourceSpan } from '../../diagnostic/index.js'
import type { DiffReport, Finding, Level } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { plain } from './plain.js'
import { fileUri, repositoryPath } from './repository-path.js'
import { prose } from './sentences.js'
import { serialise } from './serialise.js'
import { idleApprovals, operationTitle } from './words.js'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const sourceRoot = '%SRCROOT%'
const textLength = 2000

const sarifLevels = { breaking: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Level, string>
const severities = { breaking: 'error', warning: 'warning', info: 'recommendation' } as const

/** SARIF 2.1.0 (OASIS Standard, errata 01): one run over all contracts, positions in the head. */
export function renderSarif(run: DiffRun, context: RenderContext): string {
  const shown = findingsOf(run)
  const rules = rulesOf(shown, context)
  const index = new Map(rules.map(({ id }, position) => [id, position]))
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tenantkit',
            version: context.toolVersion,
            semanticVersion: context.toolVersion,
            rules,
          },
        },
        automationDetails: { id: 'tenantkit/diff/' },
        invocations: [
          {
            executionSuccessful: !hasErrors(run.diagnostics),
            toolExecutionNotifications: notificationsOf(run, context),
          },
        ],
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((one) => resultOf(one, index.get(one.finding.code) ?? -1, context)),
      },
    ],
  }
  return `${serialise(log)}\n`
}

interface Shown {
  readonly finding: Finding
  /** The contract, for findings that stand nowhere in the head. */
  readonly source: string
  readonly base?: DiffReport['base']
}

function findingsOf({ reports, removed }: DiffRun): readonly Shown[] {
  return [
    ...reports.flatMap(({ base, head, findings }) =>
      findings.map((finding) => ({ finding, source: head.source, base })),
    ),
    ...removed.map(({ source, finding }) => ({ finding, source })),
  ]
}

function rulesOf(shown: readonly Shown[], context: RenderContext): { readonly id: string }[] {
  const first = new Map<string, Finding>()
  for (const { finding } of shown) if (!first.has(finding.code)) first.set(finding.code, finding)
  return [...first.values()]
    .sort((before, after) => (before.code < after.code ? -1 : 1))
    .map((finding) => ruleOf(finding, context))
}

function ruleOf({ code, rule, level, category }: Finding, context: RenderContext): { readonly id: string } {
  const known = context.ruleOf?.(code)
  const help = known && [known.why, ...(known.fix === undefined ? [] : [`Fix: ${known.fix}`])].map(message).join('\n\n')
  return {
    id: code,
    name: known?.name ?? message(rule),
    ...(known && {
      shortDescription: { text: message(known.summary) },
      fullDescription: { text: message(known.why) },
      help: { text: help, markdown: help },
      ...(known.page !== undefined && /^https?:/.test(known.page) && { helpUri: known.page }),
    }),
    defaultConfiguration: { level: sarifLevels[level] },
    properties: {
      tags: ['api', 'breaking-change', category],
      precision: 'very-high',
      'problem.severity': severities[level],
      // Without it GitHub files the alert under quality, where the people who look after security do not see it.
      ...(category === 'security' && { 'security-severity': level === 'breaking' ? '7.0' : '4.0' }),
    },
  } as { readonly id: string }
}

function resultOf({ finding, source, base }: Shown, ruleIndex: number, context: RenderContext): object {
  const { code, level, category, direction, operation, pointer, before, after, witness, approval } = finding
  // A result without a place is refused by most readers: what is gone is told at the top of the contract.
  const place = after ?? { file: source, line: 1, column: 1, endLine: 1, endColumn: 1 }
  const known = base === undefined ? 'before' : `before, in ${base.version}`
  return {
    ruleId: code,
    ruleIndex,
    level: sarifLevels[level],
    message: { text: message(prose(finding)) },
    locations: [
      {
        physicalLocation: physical(place, context),
        logicalLocations: [
          {
            ...(operation && { name: plain(operationTitle(operation), textLength) }),
            fullyQualifiedName: plain(pointer, textLength),
            kind: 'resource',
          },
        ],
      },
    ],
    ...(before && {
      relatedLocations: [{ id: 1, physicalLocation: physical(before, context), message: { text: message(known) } }],
    }),
    partialFingerprints: { 'tenantkit/v1': finding.fingerprint },
    ...(approval && { suppressions: [{ kind: 'external', status: 'accepted', justification: approval.reason }] }),
    properties: {
      rule: finding.rule,
      category,
      ...(direction && { direction }),
      ...(operation && { operation }),
      ...(finding.alsoReaches && { alsoReaches: finding.alsoReaches }),
      ...(witness && { witness }),
      ...(approval && { approval }),
    },
  }
}

function physical(span: SourceSpan, { root }: RenderContext): object {
  const { line, column, endLine, endColumn } = span
  return {
    artifactLocation: artifact(span.file, root),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  }
}

function artifact(file: string, root: string | undefined): object {
  const path = repositoryPath(file, root)
  if (path === undefined) return { uri: fileUri(file) }
  const local = !path.startsWith('/')
  return { uri: fileUri(path), ...(local && { uriBaseId: sourceRoot }) }
}

function notificationsOf(run: DiffRun, context: RenderContext): readonly object[] {
  return [
    ...run.diagnostics.map((diagnostic) => diagnosticNotification(diagnostic, context)),
    ...idleApprovals(run).map(({ approval, said }) => ({
      level: 'warning',
      message: { text: message(said) },
      ...(approval.span && { locations: [{ physicalLocation: physical(approval.span, context) }] }),
    })),
  ]
}

function diagnosticNotification({ code, severity, span, ...said }: Diagnostic, context: RenderContext): object {
  return {
    descriptor: { id: code },
    level: severity === 'info' ? 'note' : severity,
    message: { text: message(said.message) },
    ...(span && { locations: [{ physicalLocation: physical(span, context) }] }),
  }
}

/**
 * A text as a message string: braces are doubled (3.11.5, "Messages with placeholders"), and no text of a contract
 * becomes an embedded link (3.11.6).
 */
function message(text: string): string {
  return plain(text, textLength).replaceAll('](', '] (').replace(/[{}]/g, '$&$&')
}
