import type { JsonType, Schema } from '../../contract/model/index.js'
import { canonicalText } from '../../util/canonical-text.js'
import { sameData } from '../../util/same-data.js'
import { changesOf } from '../edit/compare-node.js'
import { fields } from '../edit/fields.js'
import type { Plan } from '../edit/plans.js'
import type { LocalEdit, SchemaField } from './local-edit.js'
import type { Part } from './parts.js'
import { discriminatorText } from './same-text.js'
import { isWireField } from './wire-fields.js'

/** Both sides of a place: all the schemas that judge a value there, the place's own first. */
export interface Sides {
  readonly before: readonly Part[]
  readonly after: readonly Part[]
}

type Change = Pick<LocalEdit, 'change' | 'made' | 'takenBack'>

/** The changes of keywords that hold no schemas, `required` and classes aside. */
export function compareKeywords(sides: Sides): readonly LocalEdit[] {
  const changes = allChanges(sides).filter(isTold)
  return changes.filter((edit) => !isToldByType(edit, changes))
}

/** `null` is listed because the type allows it: where both came or went, that is one change. */
function isToldByType({ field, change }: LocalEdit, all: readonly LocalEdit[]): boolean {
  if (field !== 'enum') return false
  const moved = movedIn(change)
  if (moved.length !== 1 || moved[0] !== null) return false
  return all.some(
    (other) =>
      other.field === 'types' && other.change.action === change.action && movedIn(other.change).includes('null'),
  )
}

/** What of a list came, or went. */
function movedIn({ action, from, to }: LocalEdit['change']): readonly unknown[] {
  const [list, other] = action === 'added' ? [to, from] : [from, to]
  if (!Array.isArray(list) || !Array.isArray(other)) return []
  const others = new Set<unknown>(other)
  return list.filter((value: unknown) => !others.has(value))
}

/**
 * Where one side allows nothing, that says it all: the other one's limits are no news. The schema `true` is as good as
 * one without keywords, so what comes or goes with it is told by the other side's keywords.
 */
function isTold({ field, change, before, after }: LocalEdit): boolean {
  if (field === 'always') return change.from === false || change.to === false
  return !isWireField(field) || (before.schema.always !== false && after.schema.always !== false)
}

function allChanges(sides: Sides): readonly LocalEdit[] {
  return keywords.flatMap(({ field, changes }) =>
    unlike(sides, field).flatMap(({ before, after }) =>
      changes(before?.schema[field], after?.schema[field]).map((change) => ({
        field,
        ...change,
        before: before ?? placeOf(sides.before),
        after: after ?? placeOf(sides.after),
      })),
    ),
  )
}

/** The schema of the place itself, which may be any kind of reference: what stands beside it joins. */
export function placeOf(parts: readonly Part[]): Part {
  return parts[0] as Part
}

/** Compared on their own. */
const apart: ReadonlySet<string> = new Set(['required', 'classification'])

const keywords = (Object.entries(fields.schema) as [SchemaField, Plan][]).flatMap(([field, plan]) => {
  if (typeof plan !== 'string' || plan === 'schema' || plan === 'schemas' || apart.has(field)) return []
  const whole = (from: unknown, to: unknown): readonly Change[] =>
    changesOf(plan, from, to).map((change) => ({ change, made: change.to, takenBack: change.from }))
  const changes = field === 'types' ? typeChanges : field === 'enum' ? enumChanges : whole
  return [{ field, changes: changes as typeof whole }]
})

/** The carriers of a keyword on both sides: those with equal values left out, the others in order. */
function unlike(sides: Sides, field: SchemaField): readonly { readonly before?: Part; readonly after?: Part }[] {
  const said = (parts: readonly Part[]): readonly Part[] =>
    once(
      field,
      parts.filter(({ schema }) => isSaid(field, schema[field])),
    )
  const [before, rest] = [said(sides.before), [...said(sides.after)]]
  if (before.length === 0 && rest.length === 0) return []
  const changed = before.filter((part) => {
    const value = comparable(field, part.schema)
    const equal = rest.findIndex(({ schema }) => sameData(comparable(field, schema), value))
    if (equal >= 0) rest.splice(equal, 1)
    return equal < 0
  })
  return Array.from({ length: Math.max(changed.length, rest.length) }, (_, index) => {
    const [was, is] = [changed[index], rest[index]]
    return { ...(was && { before: was }), ...(is && { after: is }) }
  })
}

/** What several say alike is said once: one of them more or less changes nothing. */
function once(field: SchemaField, parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts
  const kept: Part[] = []
  const values: unknown[] = []
  for (const part of parts) {
    const value = comparable(field, part.schema)
    if (values.some((known) => sameData(known, value))) continue
    values.push(value)
    kept.push(part)
  }
  return kept
}

/** A flag that is not set is not there; the schema `false` is. */
function isSaid(field: SchemaField, value: unknown): boolean {
  return value !== undefined && (value !== false || field === 'always')
}

/** What two values of a keyword are compared by: sets without order, the vocabulary without places. */
function comparable(field: SchemaField, schema: Schema): unknown {
  switch (field) {
    case 'enum':
      return new Set(schema.enum?.map(canonicalText))
    case 'discriminator':
      return schema.discriminator && discriminatorText(schema.discriminator)
    case 'tenantKey':
    case 'retention':
    case 'residency':
    case 'lifecycle':
      return schema[field]?.value
    default:
      return schema[field]
  }
}

/** Absent, every type is accepted. */
function typeChanges(from: readonly JsonType[] | undefined, to: readonly JsonType[] | undefined): readonly Change[] {
  const covers = (list: readonly JsonType[], type: JsonType): boolean =>
    list.includes(type) || (type === 'integer' && list.includes('number'))
  return listChanges(from, to, covers).map(({ change, made, takenBack }) => ({
    change,
    made: normalTypes(made as readonly JsonType[] | undefined),
    takenBack: normalTypes(takenBack as readonly JsonType[] | undefined),
  }))
}

/** `number` covers `integer`: the two never stand together. */
function normalTypes(types: readonly JsonType[] | undefined): readonly JsonType[] | undefined {
  return types?.includes('number') ? types.filter((type) => type !== 'integer') : types
}

/** Absent, every value is accepted. */
function enumChanges(from: Schema['enum'], to: Schema['enum']): readonly Change[] {
  const names = new Map([from, to].map((list) => [list, new Set(list?.map(canonicalText))]))
  return listChanges(from, to, (list, value) => names.get(list)?.has(canonicalText(value)) === true)
}

/** A list that limits a value by being there is told as a whole: as grown, as shrunk, or as both. */
function listChanges<T>(
  from: readonly T[] | undefined,
  to: readonly T[] | undefined,
  covers: (list: readonly T[], value: T) => boolean,
): readonly Change[] {
  if (!from || !to)
    return [{ change: from ? { action: 'removed', from } : { action: 'added', to }, made: to, takenBack: from }]
  const gone = from.filter((value) => !covers(to, value))
  const come = to.filter((value) => !covers(from, value))
  // Whole numbers stay where numbers became whole numbers, whichever side says it.
  const stayed = union(
    from.filter((value) => covers(to, value)),
    to.filter((value) => covers(from, value)),
  )
  return [
    ...(gone.length > 0
      ? [{ change: { action: 'removed' as const, from, to }, made: stayed, takenBack: union(to, gone) }]
      : []),
    ...(come.length > 0
      ? [{ change: { action: 'added' as const, from, to }, made: union(from, come), takenBack: stayed }]
      : []),
  ]
}

function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...new Map([...one, ...other].map((value) => [canonicalText(value), value])).values()]
}
