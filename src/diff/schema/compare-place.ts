import type { Schema } from '../../contract/model/index.js'
import type { Paired } from '../pair/pair-by.js'
import type { Classes } from './classes.js'
import { compareClasses } from './compare-classes.js'
import { compareKeywords, placeOf, type Sides } from './compare-keywords.js'
import type { LocalEdit, SchemaField } from './local-edit.js'
import { type BranchQuestions, pairBranches } from './pair-branches.js'
import { pairAlike, pairMembers } from './pair-members.js'
import type { Part } from './parts.js'
import { branchName } from './trail.js'

/** Two schemas of the same place one level further down. */
export interface ChildPair {
  readonly before: Part
  readonly after: Part
  /** Steps of identity: `properties/sku`, `items`. */
  readonly steps: readonly string[]
}

export interface PlaceComparison {
  readonly edits: readonly LocalEdit[]
  readonly children: readonly ChildPair[]
}

/** What takes part in this direction: members that are `readOnly` or `writeOnly` may not. */
export type IsVisible = (schema: Schema, side: 'before' | 'after') => boolean

/** Compares all that two versions say about a value in one place, and names the places below. */
export function comparePlace(sides: Sides, questions: PlaceQuestions): PlaceComparison {
  const { classes } = questions
  const edits: LocalEdit[] = [...compareKeywords(sides), ...compareClasses(sides, classes)]
  const children: ChildPair[] = []
  compareProperties(sides, questions, edits, children)
  for (const field of maps) compareMap(sides, field, questions, edits, children)
  for (const field of singles) compareSingle(sides, field, questions, edits, children)
  compareTuples(sides, edits, children)
  for (const field of ['anyOf', 'oneOf'] as const) compareBranches(sides, field, questions, edits, children)
  return { edits: joinConditions(edits), children }
}

/** A condition comes and goes with what holds under it: neither has an effect alone. */
function joinConditions(edits: readonly LocalEdit[]): readonly LocalEdit[] {
  const joined = new Set<LocalEdit>()
  const conditions = edits.map((edit) => {
    if (edit.field !== 'if') return edit
    const { action } = edit.change
    const side = action === 'added' ? 'after' : 'before'
    const companions = edits.filter(
      (other) =>
        (other.field === 'then' || other.field === 'else') &&
        other.change.action === action &&
        other[side] === edit[side],
    )
    for (const companion of companions) joined.add(companion)
    return { ...edit, companions }
  })
  return conditions.filter((edit) => !joined.has(edit))
}

/** What is asked of both versions in every place. */
export interface PlaceQuestions extends BranchQuestions {
  readonly isVisible: IsVisible
  readonly classes: Classes
  /** All that holds together with a branch. */
  readonly partsOf: (branch: Part, side: 'before' | 'after') => readonly Part[]
}

export type SameMeaning = (before: Schema, after: Schema) => boolean

type MapField = 'properties' | 'patternProperties' | 'dependentSchemas'
const maps = ['patternProperties', 'dependentSchemas'] as const
const singles = [
  ...(['items', 'contains', 'unevaluatedItems', 'additionalProperties', 'propertyNames'] as const),
  ...(['unevaluatedProperties', 'not', 'if', 'then', 'else', 'contentSchema'] as const),
] as const

interface Entry extends Carried {
  readonly name: string
}

interface Carried {
  readonly carrier: Part
  readonly child: Part
}

function schemaOf({ child }: Carried): Schema {
  return child.schema
}

function compareProperties(sides: Sides, questions: PlaceQuestions, edits: LocalEdit[], children: ChildPair[]): void {
  const { isVisible } = questions
  const required = { before: requiredNames(sides.before), after: requiredNames(sides.after) }
  const pairs = pairMembers(
    entriesOf(sides.before, 'properties'),
    entriesOf(sides.after, 'properties'),
    schemaOf,
    questions,
  )
  const { added, removed, kept } = followIntoBranches(sides, pairs, questions)
  const both = new Set(kept.map(({ after }) => after.name))
  const isSeen = {
    before: (entry: Entry) => isVisible(entry.child.schema, 'before'),
    after: (entry: Entry) => isVisible(entry.child.schema, 'after'),
  }
  for (const entry of removed) {
    // A second word about a member that stays is no removal.
    if (isSeen.before(entry) || both.has(entry.name))
      edits.push(memberEdit(sides, 'removed', entry, required.before.has(entry.name) && !both.has(entry.name)))
  }
  for (const entry of added) {
    if (isSeen.after(entry) || both.has(entry.name))
      edits.push(memberEdit(sides, 'added', entry, required.after.has(entry.name) && !both.has(entry.name)))
  }
  for (const { before, after } of kept) {
    // A member that begins or ceases to take part keeps its own edits: of `readOnly` and `writeOnly`.
    if (isSeen.before(before) || isSeen.after(after))
      children.push({ before: before.child, after: after.child, steps: ['properties', after.name] })
  }
  // Whether a member that moved is required is for the alternative to say.
  const moved = kept.slice(pairs.kept.length).map(({ after }) => after.name)
  const nameOf = ({ name }: Entry): string => name
  const came = new Set([...added.map(nameOf).filter((name) => !both.has(name)), ...moved])
  const went = new Set([...removed.map(nameOf).filter((name) => !both.has(name)), ...moved])
  compareRequired(sides, required, came, went, edits)
}

/** Members that have moved into an alternative, or out of one, have neither come nor gone. */
function followIntoBranches(sides: Sides, pairs: Paired<Entry>, { partsOf }: PlaceQuestions): Paired<Entry> {
  const inBranches = (side: 'before' | 'after'): readonly Entry[] => {
    const pending = [...sides[side]]
    const seen = new Set(pending.map(({ schema }) => schema))
    const found: Part[] = []
    for (let part = pending.pop(); part; part = pending.pop()) {
      const branches = (['anyOf', 'oneOf'] as const).flatMap((field) => branchesOf([part], field))
      const news = branches.flatMap(({ child }) => partsOf(child, side)).filter(({ schema }) => !seen.has(schema))
      for (const one of news) seen.add(one.schema)
      found.push(...news)
      pending.push(...news)
    }
    return entriesOf(found, 'properties')
  }
  const kept = [...pairs.kept]
  const settle = (moved: readonly Entry[], others: readonly Entry[], pair: (entry: Entry, other: Entry) => void) =>
    moved.filter((entry) => {
      const found = others.filter(({ name }) => name === entry.name)
      // What several alternatives say differently is no single member.
      if (found.length === 1) pair(entry, found[0] as Entry)
      return found.length === 0
    })
  const removed = settle(pairs.removed, pairs.removed.length > 0 ? inBranches('after') : [], (before, after) =>
    kept.push({ before, after }),
  )
  const added = settle(pairs.added, pairs.added.length > 0 ? inBranches('before') : [], (after, before) =>
    kept.push({ before, after }),
  )
  return { removed, added, kept }
}

type Required = Readonly<Record<'before' | 'after', ReadonlyMap<string, Part>>>

function compareRequired(
  sides: Sides,
  required: Required,
  came: ReadonlySet<string>,
  went: ReadonlySet<string>,
  edits: LocalEdit[],
): void {
  for (const [name, part] of required.before) {
    if (required.after.has(name) || went.has(name)) continue
    const change = { action: 'removed', from: name, member: name } as const
    edits.push({
      field: 'required',
      change,
      before: part,
      after: placeOf(sides.after),
      made: undefined,
      takenBack: name,
    })
  }
  for (const [name, part] of required.after) {
    if (required.before.has(name) || came.has(name)) continue
    const change = { action: 'added', to: name, member: name } as const
    edits.push({
      field: 'required',
      change,
      before: placeOf(sides.before),
      after: part,
      made: name,
      takenBack: undefined,
    })
  }
}

function requiredNames(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const names = new Map<string, Part>()
  for (const part of parts) {
    for (const name of part.schema.required ?? []) if (!names.has(name)) names.set(name, part)
  }
  return names
}

function entriesOf(parts: readonly Part[], field: MapField): readonly Entry[] {
  return parts.flatMap((carrier) =>
    [...(carrier.schema[field] ?? [])].map(([name, schema]) => ({
      name,
      carrier,
      child: { schema, trail: { from: carrier.schema, step: { role: field, key: name }, before: carrier.trail } },
    })),
  )
}

function memberEdit(sides: Sides, action: 'added' | 'removed', entry: Entry, isRequired: boolean): LocalEdit {
  const { name, carrier, child } = entry
  const value = child.schema
  const requires = isRequired ? { requires: name } : {}
  return action === 'added'
    ? {
        field: 'properties',
        change: { action, to: value, member: name },
        before: placeOf(sides.before),
        after: carrier,
        made: value,
        takenBack: undefined,
        ...requires,
      }
    : {
        field: 'properties',
        change: { action, from: value, member: name },
        before: carrier,
        after: placeOf(sides.after),
        made: undefined,
        takenBack: value,
        ...requires,
      }
}

function compareMap(
  sides: Sides,
  field: 'patternProperties' | 'dependentSchemas',
  questions: BranchQuestions,
  edits: LocalEdit[],
  children: ChildPair[],
): void {
  const { added, removed, kept } = pairMembers(
    entriesOf(sides.before, field),
    entriesOf(sides.after, field),
    schemaOf,
    questions,
  )
  for (const entry of removed) edits.push({ ...memberEdit(sides, 'removed', entry, false), field })
  for (const entry of added) edits.push({ ...memberEdit(sides, 'added', entry, false), field })
  for (const { before, after } of kept)
    children.push({ before: before.child, after: after.child, steps: [field, after.name] })
}

/** Keywords with one schema; one that accepts everything is as good as none, except that it declares. */
function compareSingle(
  sides: Sides,
  field: (typeof singles)[number],
  questions: BranchQuestions,
  edits: LocalEdit[],
  children: ChildPair[],
): void {
  const [before, after] = [carriersOf(sides.before, field), carriersOf(sides.after, field)]
  const { added, removed, kept } = pairAlike(before, after, schemaOf, questions)
  for (const pair of kept) children.push({ before: pair.before.child, after: pair.after.child, steps: [field] })
  for (const is of added) edits.push(wholeEdit(sides, field, { to: is }))
  for (const was of removed) edits.push(wholeEdit(sides, field, { from: was }))
}

function carriersOf(parts: readonly Part[], field: (typeof singles)[number]): readonly Carried[] {
  return parts.flatMap((carrier) => {
    const schema = carrier.schema[field]
    if (!schema) return []
    return [
      { carrier, child: { schema, trail: { from: carrier.schema, step: { role: field }, before: carrier.trail } } },
    ]
  })
}

function wholeEdit(
  sides: Sides,
  field: SchemaField,
  side: { readonly from?: Carried; readonly to?: Carried },
): LocalEdit {
  const { from, to } = side
  return {
    field,
    change: to ? { action: 'added', to: to.child.schema } : { action: 'removed', from: from?.child.schema },
    before: from?.carrier ?? placeOf(sides.before),
    after: to?.carrier ?? placeOf(sides.after),
    made: to?.child.schema,
    takenBack: from?.child.schema,
  }
}

/** Positions of a tuple: by their index, in the first schema that has them. */
function compareTuples(sides: Sides, edits: LocalEdit[], children: ChildPair[]): void {
  const before = branchesOf(sides.before, 'prefixItems')
  const after = branchesOf(sides.after, 'prefixItems')
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [was, is] = [before[index], after[index]]
    if (was && is) children.push({ before: was.child, after: is.child, steps: ['prefixItems', String(index)] })
    else edits.push(branchEdit(sides, 'prefixItems', was, is, String(index)))
  }
}

function compareBranches(
  sides: Sides,
  field: 'anyOf' | 'oneOf',
  questions: BranchQuestions,
  edits: LocalEdit[],
  children: ChildPair[],
): void {
  const [before, after] = [branchesOf(sides.before, field), branchesOf(sides.after, field)]
  if (before.length === 0 && after.length === 0) return
  // Alternatives that come or go as a whole limit the value as one keyword.
  if (before.length === 0 || after.length === 0) {
    for (const carrier of new Set([...before, ...after].map((branch) => branch.carrier))) {
      const list = carrier.schema[field]
      edits.push({
        field,
        change: before.length === 0 ? { action: 'added', to: list } : { action: 'removed', from: list },
        before: before.length === 0 ? placeOf(sides.before) : carrier,
        after: before.length === 0 ? carrier : placeOf(sides.after),
        made: before.length === 0 ? list : undefined,
        takenBack: before.length === 0 ? undefined : list,
      })
    }
    return
  }
  const pairs = pairBranches(before, after, schemaOf, questions)
  for (const branch of pairs.removed) edits.push(branchEdit(sides, field, branch, undefined, branch.name))
  for (const branch of pairs.added) edits.push(branchEdit(sides, field, undefined, branch, branch.name))
  for (const pair of pairs.kept)
    children.push({ before: pair.before.child, after: pair.after.child, steps: [field, pair.after.name] })
}

interface Branch extends Carried {
  readonly name: string
}

function branchesOf(parts: readonly Part[], field: 'prefixItems' | 'anyOf' | 'oneOf'): readonly Branch[] {
  return parts.flatMap((carrier) =>
    (carrier.schema[field] ?? []).map((schema, key) => ({
      carrier,
      name: branchName(schema, key),
      child: { schema, trail: { from: carrier.schema, step: { role: field, key }, before: carrier.trail } },
    })),
  )
}

function branchEdit(
  sides: Sides,
  field: SchemaField,
  was: Branch | undefined,
  is: Branch | undefined,
  name: string,
): LocalEdit {
  return {
    field,
    change: is
      ? { action: 'added', to: is.child.schema, member: name }
      : { action: 'removed', from: was?.child.schema, member: name },
    before: was?.carrier ?? placeOf(sides.before),
    after: is?.carrier ?? placeOf(sides.after),
    made: is?.child.schema,
    takenBack: was?.child.schema,
    branch: (is ?? was)?.child.schema as Schema,
  }
}
