import type { Operation } from '../../contract/model/index.js'
import type { Sources } from '../../contract/source/document.js'
import { fill } from '../../util/fill.js'
import { type Edit, type EditKey, polarityOf, type SpanPlace } from '../edit/edit.js'
import type { Exchanges } from '../exchange/create-exchanges.js'
import { type Finding, type FindingOperation, levels as order } from '../report.js'
import type { DiffRule, Judgement, RuleContext } from '../rule.js'
import { fingerprintOf } from './fingerprint.js'
import { type Levels, levelFor } from './levels.js'
import { nextMajor } from './next-major.js'

export interface FindingOptions {
  readonly levels: Levels
  /** Look up lines and columns in the documents of each side. */
  readonly base: Sources['spans']
  readonly head: Sources['spans']
  /** Shows what breaks where containment has not. Default: nothing does. */
  readonly exchanges?: Exchanges
}

interface Draft {
  readonly rule: DiffRule
  readonly name: string
  readonly edit: Edit
  readonly judgement: Judgement
  readonly nth: number
  readonly level: Finding['level']
  readonly before: SpanPlace | undefined
  readonly after: SpanPlace | undefined
  readonly reaches: Set<Operation>
}

/** Lets the rules judge the edits; what reaches several operations by one place of the contract is said once. */
export function createFindings(
  edits: readonly Edit[],
  rules: readonly DiffRule[],
  context: RuleContext,
  options: FindingOptions,
): readonly Finding[] {
  const claimed = byClaim(rules)
  const drafts = new Map<string, Draft>()
  for (const edit of edits) {
    for (const rule of claimed.get(edit.key) ?? []) {
      const judged = rule.judge(edit, context)
      const all = judged === undefined ? [] : [judged].flat()
      all.forEach((judgement, nth) => keep(rule, edit, judgement, nth))
    }
  }
  const sorted = [...drafts.values()].sort((before, after) => order.indexOf(before.level) - order.indexOf(after.level))
  const next = nextMajor(context.base.version)
  const before = spansOf(sorted, 'before', options.base)
  const after = spansOf(sorted, 'after', options.head)
  return sorted.map((draft) => {
    const finding = toFinding(draft, next, before.get(draft), after.get(draft))
    const witness = draft.judgement.witness ?? shownBy(draft, options.exchanges)
    return witness ? { ...finding, witness } : finding
  })

  function keep(rule: DiffRule, edit: Edit, judgement: Judgement, nth: number): void {
    const { direction } = edit.place
    const name = rule.directional && direction ? `${direction}-${rule.name}` : rule.name
    const level = levelFor(options.levels, rule, name, judgement.level)
    if (level === 'off') return
    const before = judgement.before ?? edit.place.before
    const after = judgement.after ?? edit.place.after
    const apart = rule.directional ? direction : undefined
    const key = JSON.stringify([rule.code, apart, before, after, judgement.params, judgement.pointer])
    const known = drafts.get(key)
    const own = operationsOf(edit)
    if (known && order.indexOf(known.level) <= order.indexOf(level)) {
      for (const operation of own) known.reaches.add(operation)
      return
    }
    // The worst that it does is what is told, of the operations to which it does that before others.
    const reaches = new Set([...own, ...(known?.reaches ?? [])])
    drafts.set(key, { rule, name, edit, judgement, nth, level, before, after, reaches })
  }
}

function byClaim(rules: readonly DiffRule[]): ReadonlyMap<EditKey, readonly DiffRule[]> {
  const claimed = new Map<EditKey, DiffRule[]>()
  for (const rule of rules) {
    for (const key of rule.claims) {
      const known = claimed.get(key)
      if (known) known.push(rule)
      else claimed.set(key, [rule])
    }
  }
  return claimed
}

function operationsOf({ place: { operation, reaches } }: Edit): readonly Operation[] {
  const own = operation?.after ?? operation?.before
  return reaches ?? (own ? [own] : [])
}

/** One look-up for all of a side: each scans its texts once. */
function spansOf(drafts: readonly Draft[], side: 'before' | 'after', look: Sources['spans']) {
  const standing = drafts.flatMap((draft) => (draft[side] ? [{ draft, place: draft[side] }] : []))
  const spans = look(standing.map(({ place: { at, part } }) => ({ at, ...(part && { part }) })))
  return new Map(standing.map(({ draft }, index) => [draft, spans[index]]))
}

function toFinding(draft: Draft, next: string, before: Finding['before'], after: Finding['after']): Finding {
  const { rule, name, edit, judgement, nth, level, reaches } = draft
  const { direction, pointer: standing } = edit.place
  const further = judgement.pointer ?? ''
  const pointer = `${standing}${further}`
  const [operation, ...alsoReaches] = [...reaches].map(describe)
  const help = judgement.help ?? helpOf(draft)
  return {
    code: rule.code,
    rule: name,
    level,
    category: rule.category,
    ...(direction && { direction }),
    ...(operation && { operation }),
    ...(alsoReaches.length > 0 && { alsoReaches }),
    pointer,
    message: fill(rule.message, judgement.params),
    ...(help !== undefined && { help: fill(help, { ...judgement.params, next }) }),
    ...(before && { before }),
    ...(after && { after }),
    fingerprint: fingerprintOf(rule.code, `${edit.place.identity ?? standing}${further}`, edit, nth),
  }
}

function shownBy(draft: Draft, exchanges: Exchanges | undefined): Finding['witness'] {
  const { rule, edit, level, before, after } = draft
  return level === 'breaking' ? exchanges?.witnessOf(edit, { rule: rule.name, before, after }) : undefined
}

/** What the rule advises; where nothing is lost there is nothing to be done. */
function helpOf({ rule, edit, level }: Draft): string | undefined {
  if (level === 'info') return undefined
  const { direction } = edit.place
  const isSent = direction !== undefined && polarityOf(direction) === 'output'
  return isSent ? (rule.helpForSending ?? rule.help) : rule.help
}

const described = new WeakMap<Operation, FindingOperation>()

/** One object for each operation: what is shared reaches many, and many of them are told of. */
function describe(operation: Operation): FindingOperation {
  const known = described.get(operation)
  if (known) return known
  const { id } = operation
  const made: FindingOperation =
    operation.kind === 'http'
      ? { id, method: operation.method.toUpperCase(), path: operation.path }
      : { id, action: operation.action, channel: operation.channel }
  described.set(operation, made)
  return made
}
