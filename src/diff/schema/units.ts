import type { Schema, SchemaId } from '../../contract/model/index.js'
import { isPureRef } from '../../contract/schema/index.js'
import type { Place } from '../edit/edit.js'
import type { Direction } from '../report.js'
import type { Bearing } from './bearing.js'
import type { Classes } from './classes.js'
import { compareKeywords, type Sides } from './compare-keywords.js'
import type { ChildPair, IsVisible, PlaceComparison, PlaceQuestions, SameMeaning } from './compare-place.js'
import { comparePlace } from './compare-place.js'
import type { LocalEdit } from './local-edit.js'
import { type NullableChoice, nullableChoice } from './nullable-choice.js'
import { type Part, partsOf } from './parts.js'
import { isSameChoice } from './same-choice.js'
import { sameText } from './same-text.js'
import type { Trail } from './trail.js'
import { createTrails, type TrailsByBearing } from './trails-to.js'
import type { Traits } from './traits.js'
import type { Twins } from './twins.js'
import { isWireField } from './wire-fields.js'

/** A payload of the contract: where a schema stands for itself on both sides. */
export interface PayloadPair {
  readonly unit: Unit
  readonly place: Place
}

/**
 * Two schemas that are compared as one piece: that of a payload, or those that references of both sides lead to. Units
 * are compared once for each direction, however many payloads reach them.
 */
export interface Unit {
  readonly before: Schema
  readonly after: Schema
  readonly direction: Direction
  readonly edits: UnitEdit[]
  readonly references: Reference[]
  /** References that lead here. */
  readonly incoming: Reference[]
  readonly payloads: PayloadPair[]
  /** Whether the two are written differently. */
  changed: boolean
}

export interface UnitEdit {
  readonly edit: LocalEdit
  /** Steps of identity from the unit to the place. */
  readonly steps: readonly string[]
}

/** A reference on both sides, from one unit to another, in one place or in several. */
export interface Reference {
  readonly from: Unit
  readonly to: Unit
  /** What it refers to. */
  readonly target: Readonly<Record<'before' | 'after', SchemaId>>
  /** To the first of its places of each bearing; the first of all is the first one. */
  readonly edges: () => readonly Edge[]
}

export interface Edge {
  readonly from: Unit
  readonly to: Unit
  readonly bearing: Bearing
  /** The way to the reference, with the step over it. */
  readonly trail: (side: 'before' | 'after') => Trail | undefined
}

export interface Unitary {
  readonly traitsOf: Readonly<Record<'before' | 'after', (schema: Schema) => Traits>>
  readonly schemas: { readonly before: ReadonlyMap<SchemaId, Schema>; readonly after: ReadonlyMap<SchemaId, Schema> }
  readonly isVisible: (direction: Direction) => IsVisible
  readonly sameMeaning: (direction: Direction) => SameMeaning
  /** Proved, however different the two are written. */
  readonly isEquivalent: (direction: Direction) => SameMeaning
  readonly classes: Classes
  /** Whether the changes of keywords in one place have no effect there, taken together. */
  readonly isRefactored: (direction: Direction, pair: ChildPair, edits: readonly LocalEdit[]) => boolean
  readonly twins: Twins
}

export interface Units {
  /** The unit of two schemas; it is compared when it is asked for first. */
  of(before: Schema, after: Schema, direction: Direction): Unit
  /** All, in the order in which they were reached. */
  all(): readonly Unit[]
}

export function createUnits(unitary: Unitary): Units {
  const { twins } = unitary
  const known = new Map<Direction, Map<Schema, Map<Schema, Unit>>>()
  const units: Unit[] = []
  const trails = createTrails()
  let compared = 0
  return {
    of(before, after, direction) {
      const unit = enter(before, after, direction)
      for (; compared < units.length; compared++) compareUnit(units[compared] as Unit)
      return unit
    },
    all: () => units,
  }

  function enter(before: Schema, after: Schema, direction: Direction): Unit {
    const byBefore = getOr(known, direction, () => new Map<Schema, Map<Schema, Unit>>())
    const byAfter = getOr(byBefore, before, () => new Map<Schema, Unit>())
    return getOr(byAfter, after, () => {
      const unit: Unit = {
        ...{ before, after, direction, edits: [], references: [], incoming: [], payloads: [] },
        changed: false,
      }
      units.push(unit)
      return unit
    })
  }

  function compareUnit(unit: Unit): void {
    const { before, after, direction } = unit
    const questions = {
      isVisible: unitary.isVisible(direction),
      sameMeaning: unitary.sameMeaning(direction),
      isEquivalent: unitary.isEquivalent(direction),
      traitsOf: unitary.traitsOf,
      classes: unitary.classes,
      partsOf: (branch: Part, side: 'before' | 'after') => partsOf(branch, unitary.schemas[side]),
    }
    const changes: { readonly pair: ChildPair; readonly edits: readonly LocalEdit[] }[] = []
    const seen = new Map<Schema, Set<Schema>>()
    const pending: ChildPair[] = [
      { before: { schema: before, trail: undefined }, after: { schema: after, trail: undefined }, steps: [] },
    ]
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
      const met = getOr(seen, pair.before.schema, () => new Set<Schema>())
      if (met.has(pair.after.schema)) continue
      met.add(pair.after.schema)
      if (passReferences(unit, pair)) continue
      unit.changed = true
      const nullable = nullableChoice(pair, unitary.schemas)
      const { edits: found, children } = nullable
        ? compareNullable(unit, pair, nullable, questions)
        : comparePlace(sidesOf(pair), questions)
      const edits = found.filter((edit) => !isSameChoice(edit, unitary.schemas, questions.sameMeaning))
      changes.push({ pair, edits })
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index] as ChildPair
        pending.push({ ...child, steps: [...pair.steps, ...child.steps] })
      }
    }
    // Last, when it is known what in the two is the same.
    for (const { pair, edits } of changes) {
      const news = unitary.isRefactored(direction, pair, edits) ? edits.filter(isNews) : edits
      for (const edit of news) unit.edits.push({ edit, steps: pair.steps })
    }
  }

  function sidesOf({ before, after }: Pick<ChildPair, 'before' | 'after'>): Sides {
    return { before: partsOf(before, unitary.schemas.before), after: partsOf(after, unitary.schemas.after) }
  }

  /** Null came or went; for the rest the alternative that is not null stands in for the choice. */
  function compareNullable(
    unit: Unit,
    pair: ChildPair,
    { side, inner, edit }: NullableChoice,
    questions: PlaceQuestions,
  ): PlaceComparison {
    const unwrapped = { ...pair, [side]: inner }
    const isSame = passReferences(unit, unwrapped)
    const inside = isSame ? { edits: [], children: [] } : comparePlace(sidesOf(unwrapped), questions)
    // What the choice says besides limits nothing: words, defaults and classes.
    const own = compareKeywords({ before: [pair.before], after: [pair.after] }).filter(
      ({ field }) => !isWireField(field),
    )
    return { edits: [edit, ...own, ...inside.edits], children: inside.children }
  }

  /** Whether there is nothing to compare here but what references lead to. */
  function passReferences(unit: Unit, { before, after }: ChildPair): boolean {
    if (twins.are(before.schema, after.schema)) return true
    if (isPureRef(before.schema) && isPureRef(after.schema)) {
      connect(unit, before, after, before.schema.ref as SchemaId, after.schema.ref as SchemaId)
      return true
    }
    const refs = sameText(before.schema, after.schema)
    if (!refs) return false
    if (twins.learn(before.schema, after.schema, refs)) return true
    const connected = new Map<SchemaId, Set<SchemaId>>()
    for (const [one, other] of refs) {
      const others = getOr(connected, one, () => new Set<SchemaId>())
      if (others.has(other)) continue
      others.add(other)
      connect(unit, before, after, one, other)
    }
    return true
  }

  function connect(unit: Unit, before: Part, after: Part, from: SchemaId, to: SchemaId): void {
    const [target, other] = [unitary.schemas.before.get(from), unitary.schemas.after.get(to)]
    if (!target || !other || twins.are(target, other)) return
    // Most references are never followed back; those that are, for each edit that they lead to.
    let edges: readonly Edge[] | undefined
    const reference: Reference = {
      from: unit,
      to: enter(target, other, unit.direction),
      target: { before: from, after: to },
      edges() {
        edges ??= edgesOf(reference, trails.to(before, from), trails.to(after, to))
        return edges
      },
    }
    unit.references.push(reference)
    reference.to.incoming.push(reference)
  }
}

function edgesOf({ from, to }: Reference, before: TrailsByBearing, after: TrailsByBearing): readonly Edge[] {
  const [first] = before.values()
  const [other] = after.values()
  return [...new Set([...before.keys(), ...after.keys()])].map((bearing) => ({
    from,
    to,
    bearing,
    trail: (side) => (side === 'before' ? (before.get(bearing) ?? first) : (after.get(bearing) ?? other)),
  }))
}

/** What is told although the meaning is the same: formats that only the two sides know are not part of it. */
function isNews({ field }: LocalEdit): boolean {
  return !isWireField(field) || field === 'format'
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
