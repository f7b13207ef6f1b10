import type { Category, DiffReport, Direction, Finding, FindingOperation, Level, Verdict, Witness } from '../report.js'

/** What changed between two versions, told to those who use the API: by operation, compatible changes included. */
export interface Changelog {
  readonly schemaVersion: 1
  readonly title: string
  readonly from: string
  readonly to: string
  readonly verdict: Verdict
  readonly summary: { readonly breaking: number; readonly warning: number; readonly info: number }
  /** Operations that came, and those that went. */
  readonly added: readonly ChangelogOperation[]
  readonly removed: readonly ChangelogOperation[]
  /** Operations that changed, in the order of the contract. */
  readonly changed: readonly ChangelogOperation[]
  /** Changes of something that several operations share, told once. */
  readonly shared: readonly SharedChanges[]
  /** Changes that belong to no operation. */
  readonly contract: readonly Change[]
}

export interface ChangelogOperation {
  readonly operation: FindingOperation
  readonly changes: readonly Change[]
}

export interface SharedChanges {
  /** What they share: the name of a schema, or the place of the first of them. */
  readonly name: string
  readonly operations: readonly FindingOperation[]
  readonly changes: readonly Change[]
}

export interface Change {
  readonly level: Level
  readonly category: Category
  readonly direction?: Direction
  readonly code: string
  readonly rule: string
  readonly message: string
  readonly witness?: Witness
  readonly fingerprint: string
}

/** Sorts the findings of a report for its readers: first what came and went, then what changed, the worst first. */
export function createChangelog(report: DiffReport): Changelog {
  const { base, head, verdict, summary, findings } = report
  const alone = findings.filter(({ operation, alsoReaches = [] }) => operation && alsoReaches.length === 0)
  const [came, rest] = parted(alone, ({ rule }) => arrivals.has(rule))
  const [went, changed] = parted(rest, ({ rule }) => departures.has(rule))
  const several = findings.filter(({ alsoReaches = [] }) => alsoReaches.length > 0)
  return {
    schemaVersion: 1,
    title: head.title,
    from: base.version,
    to: head.version,
    verdict,
    summary: { breaking: summary.breaking, warning: summary.warning, info: summary.info },
    added: byOperation(came),
    removed: byOperation(went),
    changed: byOperation(changed),
    shared: byReach(several),
    contract: findings.filter(({ operation }) => !operation).map(toChange),
  }
}

const arrivals: ReadonlySet<string> = new Set(['operation-added', 'channel-operation-added'])
const departures: ReadonlySet<string> = new Set(['operation-removed', 'channel-operation-removed'])

function parted(findings: readonly Finding[], is: (finding: Finding) => boolean) {
  return [findings.filter(is), findings.filter((finding) => !is(finding))] as const
}

function byOperation(findings: readonly Finding[]): readonly ChangelogOperation[] {
  const groups = groupBy(findings, ({ operation }) => JSON.stringify(operation))
  return groups.flatMap(([first, ...others]) =>
    first.operation ? [{ operation: first.operation, changes: [first, ...others].map(toChange) }] : [],
  )
}

function byReach(findings: readonly Finding[]): readonly SharedChanges[] {
  const groups = groupBy(findings, (finding) => JSON.stringify([nameOf(finding), reachOf(finding)]))
  return groups.map(([first, ...others]) => ({
    name: nameOf(first),
    operations: reachOf(first),
    changes: [first, ...others].map(toChange),
  }))
}

/** `Order` of `/schemas/Order/properties/sku`; else the place as it is. */
function nameOf({ pointer }: Finding): string {
  const [, name] = /^\/schemas\/([^/]+)/.exec(pointer) ?? []
  return name?.replaceAll('~1', '/').replaceAll('~0', '~') ?? pointer
}

function reachOf({ operation, alsoReaches = [] }: Finding): readonly FindingOperation[] {
  return [...(operation ? [operation] : []), ...alsoReaches]
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

function toChange({ level, category, direction, code, rule, message, witness, fingerprint }: Finding): Change {
  return {
    ...{ level, category, ...(direction && { direction }), code, rule, message },
    ...(witness && { witness }),
    fingerprint,
  }
}
