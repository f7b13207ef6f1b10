import type { Schema, SchemaId } from '../../contract/model/index.js'
import { type Judgement, judgeDeclared, judgedCharacters, leftOutMembers } from '../../contract/schema/judge/index.js'
import type { JsonValue } from '../../util/own.js'
import { createJudgeInParts } from '../containment/index.js'
import type { Containment, Projection, SchemaSide, Suspicion, Verdict } from '../containment/types.js'
import { type Effect, polarityOf } from '../edit/edit.js'
import type { Direction, Witness } from '../report.js'
import type { Bearing } from './bearing.js'
import { alone, type BearingOptions, bearingOf } from './congruence.js'
import { joinSchemas } from './joined-schemas.js'
import { type LocalEdit, withEdit } from './local-edit.js'
import type { Way } from './reach.js'
import { graft, type Trail } from './trail.js'
import type { PayloadPair } from './units.js'

export function projectionOf(direction: Direction): Projection {
  return direction === 'request' ? 'to-server' : direction === 'response' ? 'from-server' : 'none'
}

export interface EditJudge {
  /** Whether what the one side sends in this payload is accepted by the other: our own word, which is cheap. */
  suspicionOf(payload: PayloadPair): Suspicion
  /** The same with a witness that a validator has judged: for what is told. */
  verdictOf(payload: PayloadPair): Verdict
  /** What one edit does, alone, to the payloads that it is part of. */
  effectOf(edit: LocalEdit, ways: readonly Way[]): Effect
  /** A value as a witness: for what travels as text with the request line. */
  witnessOf(payload: PayloadPair, value: JsonValue, reason: string): Witness
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
): EditJudge {
  const joined = {
    before: joinSchemas(schemas.before, schemas.after),
    after: joinSchemas(schemas.after, schemas.before),
  }
  const judgeInParts = createJudgeInParts()
  const start = judgedCharacters()
  const suspicions = new Map<PayloadPair, Suspicion>()

  return { suspicionOf, verdictOf, effectOf, witnessOf }

  function suspicionOf(payload: PayloadPair): Suspicion {
    const known = suspicions.get(payload)
    if (known) return known
    const { producer, reader } = sidesOf(payload)
    const suspicion = suspect(payload, side(payload, producer), side(payload, reader))
    suspicions.set(payload, suspicion)
    return suspicion
  }

  function verdictOf(payload: PayloadPair): Verdict {
    const { producer, reader } = sidesOf(payload)
    return ask(payload, side(payload, producer), side(payload, reader))
  }

  /**
   * The edit alone is made to what the producing side sends now: made to the earlier version of a request, taken back in
   * the later version of a response. If that refuses a value which the other version refuses, too, the edit breaks; if
   * the other version accepts all of them, other edits make up for this one.
   */
  function effectOf(edit: LocalEdit, ways: readonly Way[]): Effect {
    if (isWidening(edit, ways)) return { kind: 'compatible' }
    if (judgedCharacters() - start > mostCharacters) {
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
    if (!first) return false
    const options = bearingOptions(first)
    const bearing = bearingOf(edit, ways, options)
    if (bearing === 'turned') return false
    const { schemas: all } = joined[options.side]
    const { schema } = edit[options.side]
    const made = edited(edit, options.side)
    if (bearing === 'joined' && options.leavesOut(made)) return false
    const view = bearing === 'joined' ? 'strict' : containment.view
    const projection = projectionOf(first.payload.unit.direction)
    return (
      containment.suspect({ schema, schemas: all }, { schema: made, schemas: all }, projection, view).kind ===
      'compatible'
    )
  }

  function isApart(edit: LocalEdit, way: Way): boolean {
    return bearingOf(edit, [way], bearingOptions(way)) === 'apart'
  }

  function bearingOptions({ payload }: Way): BearingOptions {
    const { producer: side } = sidesOf(payload)
    const { schemas: all } = joined[side]
    const projection = projectionOf(payload.unit.direction)
    return { side, leavesOut: (schema) => leftOutMembers(schema, all, projection).size > 0 }
  }

  /** The schema that holds the keyword of the edit, with the edit made to it, or taken back. */
  function edited(edit: LocalEdit, producer: 'before' | 'after'): Schema {
    return [edit, ...(edit.companions ?? [])].reduce((whole, one) => {
      const value = producer === 'before' ? one.made : one.takenBack
      return withEdit(whole, one, value, joined[producer].adopt)
    }, edit[producer].schema)
  }

  function effectIn(edit: LocalEdit, way: Way): Effect {
    const { payload } = way
    const { producer, reader } = sidesOf(payload)
    const { schemas: all } = joined[producer]
    const changed = edited(edit, producer)
    const trails = trailsOf(edit, way, producer)
    const schema = isApart(edit, way) ? alone(edit, changed, trails) : graftAll(trails, changed)
    // Of all that the reader may have against a value, what this edit has. Where it alone leaves none, that says nothing.
    const blamed = changed.always === false ? undefined : { schema, schemas: all }
    const suspicion = suspect(payload, side(payload, producer), { schema, schemas: all })
    if (suspicion.kind !== 'suspected') return suspicion
    const effect = effectOn(payload, suspicion.witness(), blamed)
    if (effect.kind !== 'compatible' || payload.place.wire) return effect
    // Others make up for the edit as to this value. As to one that would be accepted without it, they do not.
    const without = {
      schema: graftAll(trailsOf(edit, way, reader), edited(edit, reader)),
      schemas: joined[reader].schemas,
    }
    const [sent, read] = [side(payload, producer), side(payload, reader)]
    const still = containment.suspectWithin(without, sent, read, projectionOf(payload.unit.direction))
    return still.kind === 'suspected' ? effectOn(payload, still.witness(), blamed) : still
  }

  /** What becomes of a value that the producing side sends and refuses when an edit is made to it. */
  function effectOn(payload: PayloadPair, witness: JsonValue, blamed: SchemaSide | undefined): Effect {
    const { producer, reader } = sidesOf(payload)
    const read = reading(payload, side(payload, reader), witness)
    if (read.kind === 'accepted') return { kind: 'compatible' }
    if (read.kind === 'unjudged') return { kind: 'unknown', why: 'budget' }
    const projection = projectionOf(payload.unit.direction)
    if (!payload.place.wire && sends(side(payload, producer), witness, projection).kind !== 'accepted')
      return { kind: 'unknown', why: 'disagreement' }
    const told = blamed && judgeInParts(blamed, witness, projection)
    return {
      kind: 'breaking',
      witness: witnessOf(payload, witness, told?.kind === 'refused' ? told.reason : read.reason),
    }
  }

  function sends(producer: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const judgement = judgeInParts(producer, value, projection)
    if (judgement.kind !== 'accepted' || containment.view !== 'exchange') return judgement
    return judgeDeclared(producer, value, { projection })
  }

  function ask(payload: PayloadPair, producer: SchemaSide, reader: SchemaSide): Verdict {
    const verdict = containment.check(...arriving(payload, producer, reader))
    if (verdict.kind !== 'breaking' || !payload.place.wire) return verdict
    return reading(payload, reader, verdict.witness).kind === 'refused' ? verdict : { kind: 'unknown', why: 'wire' }
  }

  function suspect(payload: PayloadPair, producer: SchemaSide, reader: SchemaSide): Suspicion {
    return containment.suspect(...arriving(payload, producer, reader))
  }

  /** What is asked of containment: of what arrives, where values travel as text. */
  function arriving(
    { unit, place }: PayloadPair,
    producer: SchemaSide,
    reader: SchemaSide,
  ): [SchemaSide, SchemaSide, Projection] {
    const pair = place.wire?.pair(producer, reader) ?? { producer, reader }
    return [pair.producer, pair.reader, projectionOf(unit.direction)]
  }

  /** What the reader says to the value: it is refused when it is in every way that it can be read. */
  function reading(payload: PayloadPair, reader: SchemaSide, value: JsonValue): Judgement {
    const projection = projectionOf(payload.unit.direction)
    let told: Judgement | undefined
    for (const one of payload.place.wire?.readings(value) ?? [value]) {
      const judgement = judgeInParts(reader, one, projection)
      if (judgement.kind === 'accepted') return judgement
      if (judgement.kind === 'unjudged') told = judgement
      told ??= judgement
    }
    return told ?? { kind: 'unjudged', why: 'budget' }
  }

  function witnessOf(payload: PayloadPair, value: JsonValue, reason: string): Witness {
    const { wire } = payload.place
    if (!wire) return { value, reason }
    const { producer } = sidesOf(payload)
    const sample = (schema: Schema) =>
      containment.sample({ schema, schemas: schemas[producer] }, projectionOf(payload.unit.direction))
    return { value, reason, request: wire.raw(value, sample) }
  }

  function side(payload: PayloadPair, which: 'before' | 'after'): SchemaSide {
    return { schema: payload.unit[which], schemas: joined[which].schemas }
  }
}

function sidesOf({ unit }: PayloadPair): {
  readonly producer: 'before' | 'after'
  readonly reader: 'before' | 'after'
} {
  return polarityOf(unit.direction) === 'input'
    ? { producer: 'before', reader: 'after' }
    : { producer: 'after', reader: 'before' }
}

/** The ways to the place of an edit from the payload, innermost first. */
function trailsOf(edit: LocalEdit, { edges }: Way, side: 'before' | 'after'): readonly (Trail | undefined)[] {
  return [edit[side].trail, ...edges.map((edge) => edge.trail(side)).reverse()]
}

function graftAll(trails: readonly (Trail | undefined)[], replacement: Schema): Schema {
  return trails.reduce((inner, trail) => graft(trail, inner), replacement)
}
