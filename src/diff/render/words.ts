import type { Diagnostic, SourceSpan } from '../../diagnostic/index.js'
import type { AppliedApproval, DiffReport, Direction, Finding, FindingOperation, Outcome, Witness } from '../report.js'
import type { ApprovalProblem, DiffRun } from '../run.js'
import { semverSentence } from '../semver.js'
import type { ShownWitness } from './witness-lines.js'

/** Sentences that every format for people says alike. Contract text in them is not escaped yet. */

/** `POST /orders`, `send orders.created`. */
export function operationTitle(operation: FindingOperation): string {
  return 'method' in operation ? `${operation.method} ${operation.path}` : `${operation.action} ${operation.channel}`
}

/** `breaking`, or the category where that says more: a break of security is told by name. */
export function findingLabel({ approval, category, level }: Finding): string {
  if (approval) return 'approved'
  return category === 'structural' ? (level === 'info' ? 'compatible' : level) : category
}

export function findingMark({ approval, level }: Finding): string {
  return approval ? '○' : { breaking: '✖', warning: '▲', info: '✔' }[level]
}

/** `2 breaking changes`; empty for none. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`
}

/** `a, b and c` of what is not empty. */
export function listed(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
}

const witnessLeads: Readonly<Record<Direction, string>> = {
  request: 'this request was accepted and is refused now',
  response: 'this response can be sent now, and clients of before refuse it',
  consumed: 'this message was accepted and is refused now',
  published: 'this message can be sent now, and readers of before refuse it',
}

const outcomeLeads: Readonly<Record<Exclude<Outcome, 'refused'>, string>> = {
  'let-through': 'this was refused before and is let through now',
  misread: 'this is understood in another way now',
  repeated: 'this acted once, however often it was sent, and acts each time now',
  masked: 'this was sent before, and something in it is masked now',
  unmasked: 'this was sent before, and more of it is shown now',
  exposed: 'this went encrypted before, and can be read on its way now',
  gone: 'this came before, and does not come any more',
  unanswered: 'this waits for an answer that does not come',
}

/** What a witness shows: what becomes of it now; of what is refused, by the way that the payload goes. */
export function witnessLead(witness: ShownWitness, direction: Direction | undefined): string {
  const outcome = 'raw' in witness ? witness.outcome : undefined
  if (outcome !== undefined && outcome !== 'refused') return outcomeLeads[outcome]
  return direction === undefined ? 'this worked before and fails now' : witnessLeads[direction]
}

/** What is not sent as it was: something else is. */
const replaced: ReadonlySet<Outcome> = new Set(['masked', 'unmasked', 'gone'])

/** Before what is answered now, or is sent in its place. */
export function nowLead(witness: ShownWitness): string {
  const isReplaced = 'raw' in witness && witness.outcome !== undefined && replaced.has(witness.outcome)
  return isReplaced ? 'now this is sent in its place' : 'now it is answered with'
}

const unknownReasons = new Map([
  ['budget', 'the schemas are too large for the budget of one question'],
  ['pattern', 'a pattern with look-around or a back-reference'],
  ['format', 'a format that cannot be compared'],
  ['contains', '`contains` is beyond what can be decided here'],
  ['unevaluated', '`unevaluatedProperties` or `unevaluatedItems` is beyond what can be decided here'],
  ['dynamic-reference', 'a `$dynamicRef`'],
  ['external', 'a reference that leads out of the contract'],
  ['foreign-schema', 'a schema in another language than JSON Schema'],
  ['wire', 'a value that travels as text and can be read in several ways'],
  ['disagreement', 'two judges disagree, which is a bug of tenantkit: please report it'],
])

/** Why it is not known whether a change breaks. */
export function unknownText({ unknown }: Extract<Witness, { readonly unknown: string }>): string {
  return unknownReasons.get(unknown) ?? unknown
}

export const unknownLead = 'neither proved compatible nor shown to break'

/** `2 changed schemas were neither proved compatible nor shown to break`. */
export function unknownCount(number: number): string {
  return number === 0 ? '' : `${count(number, 'changed schema')} ${number === 1 ? 'was' : 'were'} ${unknownLead}`
}

/** `14 compatible changes, 3 refactorings without any effect (proved)`. */
export function compatibleCount({
  info,
  refactorings,
}: {
  readonly info: number
  readonly refactorings: number
}): string {
  const parts = [
    count(info, 'compatible change'),
    refactorings === 0 ? '' : `${count(refactorings, 'refactoring')} without any effect (proved)`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** `1.5.0 is declared a minor change; this needs 2.0.0.` Empty where the version fits. */
export function versionSentence(report: DiffReport): string {
  const { base, head, semver } = report
  const sentence = semverSentence(report)
  if (sentence !== undefined) return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  if (semver.declared !== undefined || semver.required === 'none') return ''
  return `These changes ask for a ${semver.required} version; ${base.version} → ${head.version} does not say which it is.`
}

/** `agreed with the two partners; order-management, until 2027-01-31, ORD-112`. */
export function approvalText({ reason, owner, expires, ticket }: AppliedApproval): string {
  const who = [owner, expires === undefined ? '' : `until ${expires}`, ticket ?? ''].filter((part) => part !== '')
  return `${reason} (${who.join(', ')})`
}

/** Approvals that have no effect, each with what became of it: `the approval of 3f2a… by checkout expired on …`. */
export function idleApprovals({ approvals }: DiffRun): { readonly approval: ApprovalProblem; readonly said: string }[] {
  const named = ({ approves, owner }: ApprovalProblem): string => `the approval of ${approves} by ${owner}`
  return [
    ...approvals.expired.map((approval) => ({
      approval,
      said: `${named(approval)} ${approval.expires === undefined ? 'has expired' : `expired on ${approval.expires}`}`,
    })),
    ...approvals.unused.map((approval) => ({ approval, said: `${named(approval)} approves nothing any more` })),
  ]
}

export function placeText({ file, line, column }: SourceSpan): string {
  return `${file}:${line}:${column}`
}

/** Both positions of a change; the file once where it is the same. */
export function placesText({ before, after }: Pick<Finding, 'before' | 'after'>): string {
  if (!before || !after) return before ? `${placeText(before)} → gone` : after ? placeText(after) : ''
  const same = before.file === after.file || (before.file.startsWith('git:') && before.file.endsWith(`:${after.file}`))
  const second = same ? `${after.line}:${after.column}` : placeText(after)
  return `${placeText(before)} → ${second}`
}

/** Said wherever something could not be read: what was found is not the whole answer. */
export function incompleteText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return errors === 0 ? '' : `${count(errors, 'error')} while reading: this is not the whole answer`
}
