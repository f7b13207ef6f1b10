import type { Annotated, Origin } from '../../contract/model/index.js'
import { canonicalText } from '../../util/canonical-text.js'
import { child } from '../../util/json-pointer.js'
import { sameData } from '../../util/same-data.js'
import { pairBy, pairEntries } from '../pair/pair-by.js'
import type { Action, Comparison, Edit, EditKey, Place, SpanPlace } from './edit.js'
import { fields } from './fields.js'
import type { NodeKind, NodeTypes } from './node-types.js'
import type { Plan, PlanName } from './plans.js'

/** Both sides of a node. */
export interface NodePair<Node extends NodeKind> {
  readonly before: NodeTypes[Node]
  readonly after: NodeTypes[Node]
}

/**
 * Emits the edits of every field of a node that is compared by its value. Nodes and schemas below it are the business of
 * whoever knows how to pair them. `without`: fields that the caller compares itself.
 */
export function compareNode<Node extends NodeKind>(
  comparison: Comparison,
  node: Node,
  pair: NodePair<Node>,
  place: Place,
  without: readonly string[] = [],
): void {
  const plans: Readonly<Record<string, Plan>> = fields[node]
  for (const field in plans) {
    const plan = plans[field]
    const from = valueOf(pair.before, field)
    const to = valueOf(pair.after, field)
    if (from === to || typeof plan !== 'string' || without.includes(field)) continue
    for (const change of changesOf(plan, from, to)) emitField(comparison, node, pair, field, change, place)
  }
}

/**
 * Says that a node came or went. `other`: what stands in for it in the other version, if anything does: the range that
 * holds for a status, the place that a parameter moved to.
 */
export function emitNode<Node extends NodeKind>(
  comparison: Comparison,
  node: Node,
  action: 'added' | 'removed',
  value: NodeTypes[Node],
  place: Place,
  other?: NodeTypes[Node],
): void {
  const [before, after] = action === 'added' ? [other, value] : [value, other]
  const side = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  comparison.emit({ node, action, key: `${node}:${action}` as EditKey, ...side, place } as unknown as Edit)
}

/** What happened to one field. */
export interface FieldChange {
  readonly action: Action
  readonly from?: unknown
  readonly to?: unknown
  readonly member?: string
}

/** Emits one edit of a field. */
export function emitField<Node extends NodeKind>(
  comparison: Comparison,
  node: Node,
  pair: { readonly before?: NodeTypes[Node]; readonly after?: NodeTypes[Node] },
  field: string,
  change: FieldChange,
  place: Place,
): void {
  const at = (side: SpanPlace | undefined, value: unknown, other: unknown): SpanPlace | undefined => {
    if (isAnnotated(value)) return { at: value.at }
    // A word that one side does not say: the node that lacks it.
    return isAnnotated(other) ? side : side && { at: below(side.at, node, field) }
  }
  const [before, after] = [at(place.before, change.from, change.to), at(place.after, change.to, change.from)]
  comparison.emit({
    node,
    field,
    key: `${node}.${field}:${change.action}` as EditKey,
    ...pair,
    ...change,
    place: { ...place, ...(before && { before }), ...(after && { after }) },
  } as unknown as Edit)
}

/** What happened to a value that is compared by this plan. Nothing for plans of nodes and schemas. */
export function changesOf(plan: PlanName, from: unknown, to: unknown): readonly FieldChange[] {
  switch (plan) {
    case 'flag':
      return Boolean(from) === Boolean(to) ? [] : [{ action: to ? 'set' : 'unset', from, to }]
    case 'number':
    case 'given':
    case 'value':
    case 'annotated':
      return wholeChange(plan, from, to)
    case 'set':
      return setChanges(asList(from), asList(to))
    case 'map':
      return mapChanges(
        from as ReadonlyMap<string, unknown> | undefined,
        to as ReadonlyMap<string, unknown> | undefined,
      )
    case 'schema':
    case 'schemas':
    case 'nodes':
    case 'identity':
      return []
  }
}

function wholeChange(
  plan: 'number' | 'given' | 'value' | 'annotated',
  from: unknown,
  to: unknown,
): readonly FieldChange[] {
  if (sameData(plain(from), plain(to))) return []
  if (from === undefined) return [{ action: 'added', to }]
  if (to === undefined) return [{ action: 'removed', from }]
  if (plan !== 'number') return [{ action: 'changed', from, to }]
  return [{ action: (to as number) > (from as number) ? 'increased' : 'decreased', from, to }]
}

function setChanges(from: readonly unknown[], to: readonly unknown[]): readonly FieldChange[] {
  const { removed, added } = pairBy(from, to, memberName)
  return [
    ...removed.map((value) => ({ action: 'removed' as const, from: value, member: memberName(value) })),
    ...added.map((value) => ({ action: 'added' as const, to: value, member: memberName(value) })),
  ]
}

function mapChanges(
  from: ReadonlyMap<string, unknown> | undefined,
  to: ReadonlyMap<string, unknown> | undefined,
): readonly FieldChange[] {
  const { removed, added, kept } = pairEntries(from, to)
  return [
    ...removed.map(([member, value]) => ({ action: 'removed' as const, from: value, member })),
    ...added.map(([member, value]) => ({ action: 'added' as const, to: value, member })),
    ...kept
      .filter(({ before, after }) => !sameData(before[1], after[1]))
      .map(({ before, after }) => ({ action: 'changed' as const, from: before[1], to: after[1], member: after[0] })),
  ]
}

/** A member of a set as text: strings by themselves, other values as JSON. */
export function memberName(value: unknown): string {
  return typeof value === 'string' ? value : canonicalText(value)
}

function plain(value: unknown): unknown {
  return isAnnotated(value) ? value.value : value
}

function isAnnotated(value: unknown): value is Annotated<unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'value') && Object.hasOwn(value, 'at')
}

function asList(value: unknown): readonly unknown[] {
  return (value ?? []) as readonly unknown[]
}

function valueOf(node: object, field: string): unknown {
  return (node as Readonly<Record<string, unknown>>)[field]
}

/** Where a field stands in the document; the names that differ from the model's. */
function below(at: Origin, node: NodeKind, field: string): Origin {
  const name = written[`${node}.${field}`] ?? field
  return { document: at.document, pointer: [name].flat().reduce(child, at.pointer) }
}

const written: Readonly<Record<string, string | readonly string[]>> = {
  'contract.title': ['info', 'title'],
  'contract.termsOfService': ['info', 'termsOfService'],
  'contract.apiId': ['info', 'x-api-id'],
  'contract.audience': ['info', 'x-audience'],
  'scheme.metadataUrl': 'oauth2MetadataUrl',
  'schema.types': 'type',
  'operation.id': 'operationId',
  'scheme.parameter': 'name',
  'scheme.url': 'openIdConnectUrl',
  'reply.addressLocation': 'address',
}
