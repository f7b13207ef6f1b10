import type { Operation, Origin, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import { child } from '../../util/json-pointer.js'
import { createContainment, type View } from '../containment/index.js'
import type { Comparison, Edit, EditKey, Effect, Place, SpanPlace } from '../edit/edit.js'
import type { Direction } from '../report.js'
import { createClasses } from './classes.js'
import type { ChildPair, IsVisible, SameMeaning } from './compare-place.js'
import { createIdentities } from './identity.js'
import { createEditJudge } from './judge-edits.js'
import { projectionOf } from './judge-payloads.js'
import { isSchema, type LocalEdit } from './local-edit.js'
import { unitsAbove, type Way, waysTo } from './reach.js'
import { memberSteps, standingOf } from './standing.js'
import { stepsOf } from './trail.js'
import { createTraits } from './traits.js'
import { createTwins } from './twins.js'
import { createUnits, type PayloadPair, type Unit, type UnitEdit } from './units.js'
import { isWireField, mayBreak } from './wire-fields.js'

/** Compares schemas that stand in the same place of both versions; what they share is compared once. */
export interface SchemaComparer {
  /** Takes note of a payload; the place must have a direction. */
  compare(before: Schema, after: Schema, place: Place): void
  /** Decides about all payloads, and emits their edits. */
  finish(): SchemaTally
}

export interface SchemaTally {
  /** Schemas that are written differently and mean the same. */
  readonly refactorings: number
  /** Payloads about which containment could not decide. */
  readonly unknown: number
}

export interface SchemaComparerOptions {
  readonly view: View
}

export function createSchemaComparer(comparison: Comparison, { view }: SchemaComparerOptions): SchemaComparer {
  const { base, head } = comparison
  const schemas = { before: base.schemas, after: head.schemas }
  const twins = createTwins(base, head)
  const containment = createContainment({ view, twins: twins.of })
  const judge = createEditJudge(containment, schemas, twins)
  const classes = createClasses(base, head)
  const traitsOf = { before: createTraits(base.schemas), after: createTraits(head.schemas) }
  const identityOf = createIdentities(traitsOf)
  const units = createUnits({ traitsOf, schemas, isVisible, sameMeaning, isEquivalent, classes, isRefactored, twins })
  const payloads: PayloadPair[] = []

  return { compare, finish }

  function compare(before: Schema, after: Schema, place: Place): void {
    if (place.direction === undefined) return
    const unit = units.of(before, after, place.direction)
    const payload = { unit, place }
    unit.payloads.push(payload)
    payloads.push(payload)
  }

  function finish(): SchemaTally {
    const changed = units.all().filter((unit) => unit.changed)
    const told = changed.map(tellOfEdits)
    const blamed = new Set(told.flatMap(({ unit, guilty }) => (guilty.length > 0 ? [unit] : [])))
    const unknownRests = tellOfRests(told, blamed)
    const doubted = new Set(told.flatMap(({ unit, isDoubted }) => (isDoubted ? [unit] : [])))
    const unknown = unknownRests + tellOfTheRest(unitsAbove(changed), blamed, doubted)
    return { refactorings: changed.filter(({ edits }) => edits.length === 0).length, unknown }
  }

  /**
   * What units do beside their edits, in payloads that have been shown to break: of all others, all is told together.
   * What is told here shows more payloads to break, so that it goes on until nothing more is. Adds to `blamed`; gives the
   * number of those of which it is unknown.
   */
  function tellOfRests(told: readonly Told[], blamed: Set<Unit>): number {
    const asked = new Map<Unit, number>()
    let unknown = 0
    for (let before = -1; before < blamed.size; ) {
      before = blamed.size
      const shown = unitsAbove(blamed)
      for (const { unit, ways, guilty } of told) {
        const open = ways.filter(({ payload }) => shown.has(payload.unit))
        if (open.length <= (asked.get(unit) ?? 0)) continue
        asked.set(unit, open.length)
        const rest = judge.restOf(unit, guilty, open)
        if (rest.kind === 'compatible') continue
        // It is told once, whatever else is shown to break.
        asked.set(unit, Infinity)
        comparison.emit(wholeEdit(unit, rest, ways))
        if (rest.kind === 'breaking') blamed.add(unit)
        else unknown++
      }
    }
    return unknown
  }

  function tellOfEdits(unit: Unit): Told {
    const ways = waysTo(unit)
    const judged = judgedEdits(unit, ways)
    for (const [index, { effect }] of judged.entries()) {
      const edit = unit.edits[index] as UnitEdit
      const identity = identityOf(unit, edit, ways[0])
      comparison.emit(withIdentity(toEdit(unit, edit, effect, ways), identity))
    }
    const guilty = judged.flatMap(({ edit, effect }) => (effect?.kind === 'breaking' ? [edit] : []))
    return { unit, ways, guilty, isDoubted: judged.some(({ effect }) => effect?.kind === 'unknown') }
  }

  /** What each edit of a unit does alone; where none breaks anything, what members do that come or go while objects close. */
  function judgedEdits({ edits }: Unit, ways: readonly Way[]): readonly JudgedEdit[] {
    const alone = edits.map(({ edit }) => judged(edit, ways))
    if (alone.some(({ effect }) => effect?.kind === 'breaking')) return alone
    return alone.map((one) => {
      const { edit } = one
      const closing = edit.field === 'properties' ? edits.find((other) => closesWith(other.edit, edit)) : undefined
      const together = closing && judged({ ...edit, companions: [closing.edit] }, ways)
      return together?.effect?.kind === 'breaking' ? together : one
    })
  }

  function judged(edit: LocalEdit, ways: readonly Way[]): JudgedEdit {
    return { edit, effect: mayBreak(edit.field) ? judge.effectOf(edit, ways) : undefined }
  }

  /** Payloads that break, or may break, without any single edit being to blame. */
  function tellOfTheRest(changed: ReadonlySet<Unit>, blamed: ReadonlySet<Unit>, doubted: ReadonlySet<Unit>): number {
    let unknown = 0
    const [shown, unclear] = [unitsAbove(blamed), unitsAbove(doubted)]
    const untold = new Map<Schema, { payload: PayloadPair; effect: Effect; reaches: Operation[] }>()
    for (const payload of payloads) {
      if (!changed.has(payload.unit)) continue
      // That it breaks has been shown then, with a smaller witness.
      if (shown.has(payload.unit)) continue
      if (judge.suspicionOf(payload).kind === 'compatible') continue
      const verdict = judge.verdictOf(payload)
      if (verdict.kind === 'compatible') continue
      if (verdict.kind === 'unknown') unknown++
      if (verdict.kind === 'unknown' && unclear.has(payload.unit)) continue
      const effect: Effect =
        verdict.kind === 'breaking'
          ? { kind: 'breaking', witness: judge.witnessOf(payload, verdict.witness, verdict.reason) }
          : verdict
      const shared = follow(payload.unit.after, head.schemas)
      const known = untold.get(shared) ?? { payload, effect, reaches: [] }
      untold.set(shared, known)
      known.reaches.push(...operationsOf(payload.place))
    }
    for (const { payload, effect, reaches } of untold.values()) {
      comparison.emit(meaningEdit(payload.unit, { ...payload.place, reaches }, effect))
    }
    return unknown
  }

  function isVisible(direction: Direction): IsVisible {
    const projection = projectionOf(direction)
    if (projection === 'none') return () => true
    const flag = projection === 'to-server' ? 'readOnly' : 'writeOnly'
    return (schema, side) => schema[flag] !== true && follow(schema, schemas[side])[flag] !== true
  }

  function sameMeaning(direction: Direction): SameMeaning {
    return (before, after) =>
      containment.same(
        { schema: before, schemas: schemas.before },
        { schema: after, schemas: schemas.after },
        projectionOf(direction),
      )
  }

  /** Written differently, meaning the same: then the keywords in this place are no news. */
  function isRefactored(direction: Direction, { before, after }: ChildPair, edits: readonly LocalEdit[]): boolean {
    const wire = edits.filter(({ field }) => isWireField(field))
    if (wire.length === 0) return false
    if (sameMeaning(direction)(before.schema, after.schema)) return true
    return mayBeRefactoring(wire) && isEquivalent(direction)(before.schema, after.schema)
  }

  function isEquivalent(direction: Direction): SameMeaning {
    const projection = projectionOf(direction)
    return (before, after) => {
      const [one, other] = [
        { schema: before, schemas: schemas.before },
        { schema: after, schemas: schemas.after },
      ]
      return (
        containment.suspect(one, other, projection, 'strict').kind === 'compatible' &&
        containment.suspect(other, one, projection, 'strict').kind === 'compatible'
      )
    }
  }
}

/**
 * What is declared or required counts for itself, whatever is accepted; and one limit that has moved is no other way to
 * write the same.
 */
function mayBeRefactoring(edits: readonly LocalEdit[]): boolean {
  if (edits.some(({ field }) => field === 'properties' || field === 'required')) return false
  return edits.length > 1 || edits.some(({ field }) => !plainLimits.has(field))
}

const plainLimits: ReadonlySet<string> = new Set([
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'uniqueItems', 'types', 'enum', 'always'],
])

/**
 * An open object lets a member go unnoticed, and one that is declared may go on being sent while the object closes: only
 * both together break. Both must be said by the same schemas.
 */
function closesWith({ field, before, after }: LocalEdit, member: LocalEdit): boolean {
  const isSame = before.schema === member.before.schema && after.schema === member.after.schema
  return isSame && (field === 'additionalProperties' || field === 'unevaluatedProperties')
}

function operationsOf({ operation, reaches }: Place): readonly Operation[] {
  const own = operation?.after ?? operation?.before
  return reaches ?? (own ? [own] : [])
}

function withIdentity(edit: Edit, identity: string | undefined): Edit {
  return identity === undefined ? edit : { ...edit, place: { ...edit.place, identity } }
}

/** What has been told of a unit. */
interface Told {
  readonly unit: Unit
  readonly ways: readonly Way[]
  /** The edits that break something. */
  readonly guilty: readonly LocalEdit[]
  readonly isDoubted: boolean
}

interface JudgedEdit {
  readonly edit: LocalEdit
  readonly effect: Effect | undefined
}

/** Where a unit stands, by the first way to it, with the steps to it from what has a name; and all that it is part of. */
function placeOf(unit: Unit, ways: readonly Way[]): { readonly place: Place; readonly steps: readonly string[] } {
  const [first] = ways
  const { pointer, steps } = standingOf(unit, first, (edge) => stepsOf(edge.trail('after')))
  const reaches = [...new Set(ways.flatMap(({ payload }) => operationsOf(payload.place)))]
  return { place: { ...first?.payload.place, direction: unit.direction, pointer, reaches }, steps }
}

/** The two schemas of a unit, taken as a whole. */
function wholeEdit(unit: Unit, effect: Effect, ways: readonly Way[]): Edit {
  const { place, steps } = placeOf(unit, ways)
  const pointer = steps.reduce(child, place.pointer)
  return meaningEdit(unit, { ...place, pointer, before: { at: unit.before.at }, after: { at: unit.after.at } }, effect)
}

function meaningEdit({ before, after }: Unit, place: Place, effect: Effect): Edit {
  const change = { field: 'meaning', action: 'changed', key: 'payload.meaning:changed' } as const
  return { node: 'payload', ...change, before: { meaning: before }, after: { meaning: after }, place, effect }
}

function toEdit(unit: Unit, { edit, steps }: UnitEdit, effect: Effect | undefined, ways: readonly Way[]): Edit {
  const { field, change, before, after } = edit
  const { place: standing, steps: around } = placeOf(unit, ways)
  const allSteps = [...around, ...steps]
  const place: Place = {
    ...standing,
    pointer: [...allSteps, ...memberSteps(edit)].reduce(child, standing.pointer),
    before: spanOf(before.schema, edit, change.from),
    after: spanOf(after.schema, edit, change.to),
  }
  return {
    node: 'schema',
    field,
    key: `schema.${field}:${change.action}` as EditKey,
    before: before.schema,
    after: after.schema,
    ...change,
    place,
    steps: allSteps,
    ...(effect && { effect }),
  }
}

/** Points at the keyword where there is one, else at the schema that lacks it. */
function spanOf(schema: Schema, { field, change }: LocalEdit, value: unknown): SpanPlace {
  if (value === undefined) return { at: schema.at }
  if (isSchema(value)) return { at: value.at, part: 'key' }
  if (isAnnotated(value)) return { at: value.at }
  const pointer = child(schema.at.pointer, written[field] ?? field)
  const isMember = change.member !== undefined && field !== 'required'
  return { at: { document: schema.at.document, pointer: isMember ? child(pointer, change.member) : pointer } }
}

function isAnnotated(value: unknown): value is { readonly at: Origin } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'value') && Object.hasOwn(value, 'at')
}

const written: Readonly<Record<string, string>> = { types: 'type' }
