import type { Binding, BindingField } from '../../contract/model/index.js'
import { sameData } from '../../util/same-data.js'
import { emitField } from '../edit/compare-node.js'
import type { Place, SpanPlace } from '../edit/edit.js'
import type { Direction } from '../report.js'
import { pairBy, pairEntries } from './pair-by.js'
import { below, type Walk } from './walk.js'

interface Bound {
  readonly bindings?: readonly Binding[]
}

/** Bindings of a protocol; a side without any says nothing. */
interface BindingPair {
  readonly before?: Binding
  readonly after?: Binding
}

/** Compares what protocols add to a node, field by field: a binding that came or went is all of its fields. */
export function walkBindings(walk: Walk, pair: { readonly before: Bound; readonly after: Bound }, place: Place): void {
  const { added, removed, kept } = pairBy(
    pair.before.bindings ?? [],
    pair.after.bindings ?? [],
    ({ protocol }) => protocol,
  )
  for (const before of removed) walkBinding(walk, { before }, place)
  for (const after of added) walkBinding(walk, { after }, place)
  for (const both of kept) walkBinding(walk, both, place)
}

function walkBinding(walk: Walk, pair: BindingPair, above: Place): void {
  const { protocol, on } = (pair.after ?? pair.before) as Binding
  const placeOf = (field: string): Place => ({
    ...below(above, ['bindings', protocol, field], {}),
    ...sideOf('before', pair.before, above.before),
    ...sideOf('after', pair.after, above.after),
  })
  walkFields(walk, pair, placeOf)
  const { added, removed, kept } = pairEntries(pair.before?.schemas, pair.after?.schemas)
  for (const [member, from] of removed) emitSchema(walk, pair, { action: 'removed', member, from }, placeOf(member))
  for (const [member, to] of added) emitSchema(walk, pair, { action: 'added', member, to }, placeOf(member))
  for (const { before, after } of kept) {
    const [name] = after
    const location = `${protocol} ${name} of ${above.location ?? `the ${on}`}`
    const sides = { before: before[1], after: after[1] }
    // Whoever connects to a channel is the other side; what belongs to a message goes its way.
    const direction: Direction = above.direction ?? 'consumed'
    walk.schemas.compare(
      sides.before,
      sides.after,
      below(above, ['bindings', protocol, name], sides, { location, direction }),
    )
  }
}

/** Where a side speaks of the protocol, or where it would. */
function sideOf(side: 'before' | 'after', binding: Binding | undefined, above: SpanPlace | undefined) {
  if (binding) return { [side]: { at: binding.at } }
  return above ? { [side]: above } : {}
}

function walkFields(walk: Walk, pair: BindingPair, placeOf: (field: string) => Place): void {
  const { added, removed, kept } = pairEntries<BindingField>(pair.before?.fields, pair.after?.fields)
  for (const [member, from] of removed)
    emitField(walk, 'binding', pair, 'fields', { action: 'removed', member, from }, placeOf(member))
  for (const [member, to] of added)
    emitField(walk, 'binding', pair, 'fields', { action: 'added', member, to }, placeOf(member))
  for (const { before, after } of kept) {
    const [[member, from], [, to]] = [before, after]
    if (!sameData(from.value, to.value))
      emitField(walk, 'binding', pair, 'fields', { action: 'changed', member, from, to }, placeOf(member))
  }
}

function emitSchema(
  walk: Walk,
  pair: BindingPair,
  change: {
    readonly action: 'added' | 'removed'
    readonly member: string
    readonly from?: unknown
    readonly to?: unknown
  },
  place: Place,
): void {
  emitField(walk, 'binding', pair, 'schemas', change, place)
}
