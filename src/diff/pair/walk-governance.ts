import type { Annotated, Contract, Governance, Origin } from '../../contract/model/index.js'
import { parentOf } from '../../util/json-pointer.js'
import { changesOf, emitField } from '../edit/compare-node.js'
import type { Comparison, Place, SpanPlace } from '../edit/edit.js'
import { fields } from '../edit/fields.js'

interface Governed {
  readonly governance: Governance
}

type Pair = { readonly before: Governed; readonly after: Governed }
type GovernanceNode = 'governance' | 'server-governance'

/**
 * Compares what holds for an operation or a message, declared or inherited. A word that many inherit has one origin on
 * both sides, also where one side has lost it: then it is where the word would stand. `without`: fields that are
 * compared elsewhere.
 */
export function walkGovernance(walk: Comparison, pair: Pair, place: Place, without: readonly string[] = []): void {
  // What holds for an operation holds for both of its directions.
  const { direction: _both, ...rest } = place
  compareGovernance(walk, 'governance', pair, rest, without)
}

/** Compares what is said of a server: where it stands, and what may lie there. */
export function walkServerGovernance(walk: Comparison, pair: Pair, place: Place): void {
  compareGovernance(walk, 'server-governance', pair, place, [])
}

function compareGovernance(
  walk: Comparison,
  node: GovernanceNode,
  pair: Pair,
  place: Place,
  without: readonly string[],
): void {
  const [before, after] = [pair.before.governance, pair.after.governance]
  for (const [field, plan] of Object.entries(fields[node])) {
    if (typeof plan !== 'string' || without.includes(field)) continue
    const [from, to] = [wordOf(before, field), wordOf(after, field)]
    for (const change of changesOf(plan, from, to)) {
      const lost = { before: lostAt(to, walk.base, place.before), after: lostAt(from, walk.head, place.after) }
      const where = { ...place, ...(lost.before && { before: lost.before }), ...(lost.after && { after: lost.after }) }
      emitField(walk, node, { before, after }, field, { ...change, from, to }, where)
    }
  }
}

/** Where a side that says nothing would say what the other inherits. */
function lostAt(
  said: Annotated<unknown> | undefined,
  { at: root }: Contract,
  own: SpanPlace | undefined,
): SpanPlace | undefined {
  if (!said?.inherited) return own
  // Documents that are referred to may be others in the other version; the root is always there.
  const at: Origin =
    said.at.document === root.document
      ? { document: root.document, pointer: parentOf(said.at.pointer) }
      : { document: root.document, pointer: '' }
  return { at }
}

function wordOf(governance: Governance, field: string): Annotated<unknown> | undefined {
  return (governance as Readonly<Record<string, Annotated<unknown> | undefined>>)[field]
}
