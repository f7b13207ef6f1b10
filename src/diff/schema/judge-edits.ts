import type { Schema, SchemaId } from '../../contract/model/index.js'
import { judgedCharacters, leftOutMembers } from '../../contract/schema/judge/index.js'
import type { Containment, SchemaSide } from '../containment/types.js'
import type { Effect } from '../edit/edit.js'
import type { Bearing } from './bearing.js'
import { alone, type BearingOptions, bearingOf } from './congruence.js'
import { withEdits } from './edits-together.js'
import { joinSchemas, type Partners } from './joined-schemas.js'
import { createPayloadJudge, type PayloadJudge, projectionOf, sidesOf } from './judge-payloads.js'
import { type LocalEdit, withEdit } from './local-edit.js'
import type { Part } from './parts.js'
import type { Way } from './reach.js'
import { graft, type Trail } from './trail.js'
import type { Twins } from './twins.js'
import type { PayloadPair, Unit } from './units.js'

export interface EditJudge extends Pick<PayloadJudge, 'suspicionOf' | 'verdictOf' | 'witnessOf'> {
  /** What one edit does, alone, to the payloads that it is part of. */
  effectOf(edit: LocalEdit, ways: readonly Way[]): Effect
  /** What the two schemas of a unit do beside the edits that are to blame. */
  restOf(unit: Unit, blamed: readonly LocalEdit[], ways: readonly Way[]): Effect
}

/**
 * Characters of schemas that validators may judge by in one comparison before single edits are no longer judged: less than
 * a minute's work. The edits that are left are unknown then, and payloads that break without one to blame are still told.
 */
const mostCharacters = 8_000_000

/** Ways of one edit to payloads in which its effect is looked for before it is taken to have none. */
const mostWays = 4

export function createEditJudge(
  containment: Containment,
  schemas: { readonly before: ReadonlyMap<SchemaId, Schema>; readonly after: ReadonlyMap<SchemaId, Schema> },
  twins: Pick<Twins, 'partnerOf'>,
): EditJudge {
  const joined = {
    before: joinSchemas(schemas.before, schemas.after, twins.partnerOf),
    after: joinSchemas(schemas.after, schemas.before, twins.partnerOf),
  }
  const payloads = createPayloadJudge({ containment, schemas, sideOf })
  const { suspicionOf, verdictOf, witnessOf, suspect, effectOn } = payloads
  const start = judgedCharacters()

  return { suspicionOf, verdictOf, witnessOf, effectOf, restOf }

  /**
   * The edit alone is made to what the producing side sends now: made to the earlier version of a request, taken back in
   * the later version of a response. If that refuses a value which the other version refuses, too, the edit breaks; if
   * the other version accepts all of them, other edits make up for this one.
   */
  function effectOf(edit: LocalEdit, ways: readonly Way[]): Effect {
    if (isWidening(edit, ways)) return { kind: 'compatible' }
    if (isSpent()) {
      const isOpen = ways.some(({ payload }) => suspicionOf(payload).kind !== 'compatible')
      return isOpen ? { kind: 'unknown', why: 'budget' } : { kind: 'compatible' }
    }
    // What narrows its own place of such a payload breaks it, but for what other edits make up for: that is found at once.
    const [first] = ways
    if (first && isApart(edit, first)) {
      const effect = effectIn(edit, first)
      if (effect.kind === 'breaking') return effect
    }
    let unknown: Effect | undefined
    for (const way of openWays(ways)) {
      const effect = effectIn(edit, way)
      if (effect.kind === 'breaking') return effect
      if (effect.kind === 'unknown') unknown ??= effect
    }
    return unknown ?? { kind: 'compatible' }
  }

  function isSpent(): boolean {
    return judgedCharacters() - start > mostCharacters
  }

  /** Ways to payloads that may break, those first of which it is known; of each bearing, no more than are looked at. */
  function* openWays(ways: readonly Way[]): Iterable<Way> {
    const given = new Map<Bearing, number>()
    const mayGive = ({ bearing }: Way): boolean => {
      const count = (given.get(bearing) ?? 0) + 1
      given.set(bearing, count)
      return count <= mostWays
    }
    const isFull = ({ bearing }: Way): boolean => (given.get(bearing) ?? 0) >= mostWays
    const doubtful: Way[] = []
    for (const way of ways) {
      if (isFull(way)) continue
      const { kind } = suspicionOf(way.payload)
      if (kind === 'unknown') doubtful.push(way)
      if (kind === 'suspected' && mayGive(way)) yield way
    }
    yield* doubtful.filter(mayGive)
  }

  /** Whether the edit, looked at in its own place, accepts all that was accepted there, and that is all it takes. */
  function isWidening(edit: LocalEdit, ways: readonly Way[]): boolean {
    const [first] = ways
    if (!first || concernsParent(edit)) return false
    const { producer } = sidesOf(first.payload)
    return isWider({ place: edit[producer], made: on(producer, edited(edit, producer)), within: [] }, ways)
  }

  function isWider({ place, made, within }: Replacement, ways: readonly Way[]): boolean {
    const [first] = ways
    if (!first) return false
    const options = bearingOptions(first)
    const bearing = bearingOf(place.trail, ways, options)
    const projection = projectionOf(first.payload.unit.direction)
    if (bearing === 'turned') return false
    if (bearing === 'joined' && leftOutMembers(made.schema, made.schemas, projection).size > 0) return false
    const view = bearing === 'joined' ? 'strict' : containment.view
    const before = on(options.side, place.schema)
    return containment.suspectWithin(within, before, made, projection, view).kind === 'compatible'
  }

  function isApart(edit: LocalEdit, way: Way): boolean {
    const { producer } = sidesOf(way.payload)
    return !concernsParent(edit) && bearingOf(edit[producer].trail, [way], bearingOptions(way)) === 'apart'
  }

  function bearingOptions({ payload }: Way): BearingOptions {
    const { producer: side } = sidesOf(payload)
    const { schemas: all } = joined[side]
    const projection = projectionOf(payload.unit.direction)
    return { side, leavesOut: (schema) => leftOutMembers(schema, all, projection).size > 0 }
  }

  /**
   * No single edit tells of members that went into several alternatives, for one. The reader's schema is put in place of
   * the producer's, with references that lead where they led: what is behind them is judged by itself.
   */
  function restOf(unit: Unit, blamed: readonly LocalEdit[], ways: readonly Way[]): Effect {
    const [first] = ways
    if (!first) return { kind: 'compatible' }
    const sides = sidesOf(first.payload)
    const { producer, reader } = sides
    const made = joined[producer].transplant(unit[reader], partnersOf(unit, sides))
    const told = withEdits(unit[producer], blamed, producer, (edit, schema) => edited(edit, producer, schema))
    const within = blamed.length > 0 ? [on(producer, told)] : []
    const place = { schema: unit[producer], trail: undefined }
    if (isWider({ place, made, within }, ways)) return { kind: 'compatible' }
    if (isSpent()) return { kind: 'unknown', why: 'budget' }
    let unknown: Effect | undefined
    for (const { payload, edges } of openWays(ways)) {
      if (payload.place.wire) continue
      const trails = edges.map((edge) => edge.trail(producer)).reverse()
      const around = ({ schema, schemas: all }: SchemaSide) => ({ schema: graftAll(trails, schema), schemas: all })
      const [sent, whole] = [sideOf(payload, producer), around(made)]
      const projection = projectionOf(unit.direction)
      const suspicion = containment.suspectWithin(within.map(around), sent, whole, projection)
      if (suspicion.kind === 'unknown') unknown ??= suspicion
      if (suspicion.kind !== 'suspected') continue
      const effect = effectOn(payload, suspicion.witness(), whole)
      if (effect.kind === 'breaking') return effect
    }
    return unknown ?? { kind: 'compatible' }
  }

  /** The schema that holds the keyword of the edit, with the edit made to it, or taken back. */
  function edited(edit: LocalEdit, side: 'before' | 'after', schema = edit[side].schema): Schema {
    return [edit, ...(edit.companions ?? [])].reduce((whole, one) => {
      const value = side === 'before' ? one.made : one.takenBack
      return withEdit(whole, one, value, joined[side].adopt)
    }, schema)
  }

  function effectIn(edit: LocalEdit, way: Way): Effect {
    const { payload } = way
    const { producer, reader } = sidesOf(payload)
    const changed = edited(edit, producer)
    const trails = trailsOf(edit, way, producer)
    const made = on(producer, isApart(edit, way) ? alone(edit, changed, trails) : graftAll(trails, changed))
    // Of all that the reader may have against a value, what this edit has. Where it alone leaves none, that says nothing.
    const blamed = changed.always === false ? undefined : made
    const [sent, read] = [sideOf(payload, producer), sideOf(payload, reader)]
    const suspicion = suspect(payload, made)
    if (suspicion.kind !== 'suspected') return suspicion
    const effect = effectOn(payload, suspicion.witness(), blamed)
    if (effect.kind !== 'compatible' || payload.place.wire) return effect
    // Others make up for the edit as to this value. As to one that would be accepted without it, they do not.
    const without = on(reader, graftAll(trailsOf(edit, way, reader), edited(edit, reader)))
    const still = containment.suspectWithin([without], sent, read, projectionOf(payload.unit.direction))
    return still.kind === 'suspected' ? effectOn(payload, still.witness(), blamed) : still
  }

  function sideOf({ unit }: PayloadPair, which: 'before' | 'after'): SchemaSide {
    return on(which, unit[which])
  }

  function on(which: 'before' | 'after', schema: Schema): SchemaSide {
    return { schema, schemas: joined[which].schemas }
  }
}

/** Whether a member takes part is decided by what holds it. */
function concernsParent({ field }: LocalEdit): boolean {
  return field === 'readOnly' || field === 'writeOnly' || field === 'ref'
}

/** A schema in place of another one, of whose values only those that `within` accepts, too, are asked about. */
interface Replacement {
  readonly place: Part
  readonly made: SchemaSide
  readonly within: readonly SchemaSide[]
}

type Sides = ReturnType<typeof sidesOf>

/** By what references of the reader's unit lead to, what those of the producer's do, where that is the same in all places. */
function partnersOf({ references }: Unit, { producer, reader }: Sides): Partners {
  const partners = new Map<SchemaId, SchemaId>()
  const several = new Set<SchemaId>()
  for (const { target } of references) {
    const known = partners.get(target[reader])
    if (known !== undefined && known !== target[producer]) several.add(target[reader])
    partners.set(target[reader], target[producer])
  }
  for (const id of several) partners.delete(id)
  return partners
}

/** The ways to the place of an edit from the payload, innermost first. */
function trailsOf(edit: LocalEdit, { edges }: Way, side: 'before' | 'after'): readonly (Trail | undefined)[] {
  return [edit[side].trail, ...edges.map((edge) => edge.trail(side)).reverse()]
}

function graftAll(trails: readonly (Trail | undefined)[], replacement: Schema): Schema {
  return trails.reduce((inner, trail) => graft(trail, inner), replacement)
}
