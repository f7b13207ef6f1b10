import type { Binding, BindingField, Channel, Contract } from '../../../../contract/model/index.js'
import { sameData } from '../../../../util/same-data.js'
import { type EditOf, type Place, polarityOf } from '../../../edit/edit.js'
import type { Level } from '../../../report.js'
import { type DiffRule, defineDiffRule, type RuleContext, type RuleExample } from '../../../rule.js'
import { type BindingEffect, type BindingRow, type BindingTable, rowOf } from './binding-table.js'

export interface BindingRuleOptions {
  readonly code: `TK3${number}`
  /** The key of the binding in the document. */
  readonly protocol: string
  /** As people write it: `Kafka`. */
  readonly title: string
  readonly table: BindingTable
  readonly why: string
  readonly example: RuleExample
}

/** The claims of all rules about bindings: each judges those of its protocol. */
export const bindingClaims = [
  'binding.fields:added',
  'binding.fields:removed',
  'binding.fields:changed',
  'binding.schemas:added',
  'binding.schemas:removed',
] as const

export const bindingMessage = '`{field}` of the {protocol} binding of the {on} {change}'

/** Defines the rule about the bindings of one protocol from its table. */
export function defineBindingRule({ code, protocol, title, table, why, example }: BindingRuleOptions): DiffRule {
  return defineDiffRule({
    code,
    name: `${protocol}-binding-changed`,
    category: 'structural',
    claims: bindingClaims,
    summary: `Something that ${title} adds to a server, a channel, an operation or a message changed.`,
    message: bindingMessage,
    why,
    example,
    judge: (edit, context) => {
      const binding = bindingOf(edit)
      if (binding?.protocol !== protocol) return undefined
      const row = rowOf(table, binding.on, edit.member ?? '') ?? unknown
      const channel = channelOf(binding, context)
      const absent = row.isAddress ? channel?.address : row.absent
      const [from, to] = [valueOf(edit.from) ?? absent, valueOf(edit.to) ?? absent]
      if (row.effect === 'none' || sameData(from, to)) return undefined
      return {
        level: levelOf(row.effect, othersOf(edit.place, channel), from !== undefined && to !== undefined),
        params: { field: edit.member ?? '', protocol: title, on: binding.on, change: describeChange(from, to) },
        help: row.why,
      }
    },
  })
}

export function bindingOf({ before, after }: EditOf<'binding'>): Binding | undefined {
  return after ?? before
}

const unknown: BindingRow = {
  effect: 'warning',
  why: 'The field is not one of those that the binding is known to have, so nobody can tell what the change does.',
}

/** The value of a field; a schema by itself. */
export function valueOf(side: unknown): unknown {
  return side !== undefined && (side as { kind?: unknown }).kind !== 'schema' ? (side as BindingField).value : side
}

/** Where one side says nothing, what it does may be just what the other side says. */
function levelOf(effect: Exclude<BindingEffect, 'none'>, others: ReadonlySet<BindingEffect>, isKnown: boolean): Level {
  if (effect === 'warning' || effect === 'info') return effect
  if (effect !== 'both' && !others.has(effect)) return 'info'
  return isKnown ? 'breaking' : 'warning'
}

/** The channel that a binding belongs to, if it is one's. */
function channelOf(binding: Binding, { base, head }: RuleContext): Channel | undefined {
  return homesIn(head).get(binding) ?? homesIn(base).get(binding)
}

const known = new WeakMap<Contract, ReadonlyMap<Binding, Channel>>()

function homesIn(contract: Contract): ReadonlyMap<Binding, Channel> {
  const found = known.get(contract)
  if (found) return found
  const homes = new Map<Binding, Channel>()
  for (const channel of contract.channels) for (const binding of channel.bindings ?? []) homes.set(binding, channel)
  known.set(contract, homes)
  return homes
}

/** Who is at the other end: those who send what the API receives, those who listen to what it sends. */
function othersOf({ direction, reaches = [] }: Place, channel: Channel | undefined): ReadonlySet<BindingEffect> {
  if (direction) return new Set([polarityOf(direction) === 'output' ? 'consumers' : 'publishers'])
  const used = reaches.filter((operation) => operation.kind === 'channel')
  if (used.length === 0) return new Set(['publishers', 'consumers'])
  // An operation that is at home on another channel is answered on this one: the other way round.
  return new Set(
    used.map(({ action, channel: home }) =>
      (action === 'send') === (home === channel?.key) ? 'consumers' : 'publishers',
    ),
  )
}

export function describeChange(from: unknown, to: unknown): string {
  if (from === undefined) return `is new: ${shown(to)}`
  if (to === undefined) return `is gone: it was ${shown(from)}`
  return `went from ${shown(from)} to ${shown(to)}`
}

function shown(value: unknown): string {
  if ((value as { kind?: unknown } | undefined)?.kind === 'schema') return 'a schema'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // By characters, so that none is cut in two.
  const start = Array.from(text.slice(0, 2 * longest))
    .slice(0, longest)
    .join('')
  return `\`${start.length < text.length ? `${start}…` : text}\``
}

/** Characters of a value in a message. */
const longest = 60
