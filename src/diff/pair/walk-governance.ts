import type { Annotated, Contract, Governance } from '../../contract/model/index.js'
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
      const lost = {
        before: lostAt(to, { from: walk.head, in: walk.base }) ?? place.before,
        after: lostAt(from, { from: walk.base, in: walk.head }) ?? place.after,
      }
      const where = { ...place, ...(lost.before && { before: lost.before }), ...(lost.after && { after: lost.after }) }
      emitField(walk, node, { before, after }, field, { ...change, from, to }, where)
    }
  }
}

/** Where the version that has lost an inherited word, or has it not yet, would say it. */
export function lostAt(
  said: unknown,
  versions: { readonly from: Contract; readonly in: Contract },
): SpanPlace | undefined {
  const word = said as Annotated<unknown> | undefined
  if (!word?.inherited) return undefined
  const { document } = versions.in.at
  // Documents that are referred to may be others in the other version; the root is always there.
  const isRoot = word.at.document === versions.from.at.document
  return { at: { document, pointer: isRoot ? parentOf(word.at.pointer) : '' }, part: 'key' }
}

function wordOf(governance: Governance, field: string): Annotated<unknown> | undefined {
  return (governance as Readonly<Record<string, Annotated<unknown> | undefined>>)[field]
}
