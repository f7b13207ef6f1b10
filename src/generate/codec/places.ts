import { isAbove } from '../../contract/annotation/category.js'
import type { Annotated, Classification, Schema } from '../../contract/model/index.js'
import { walk } from '../../contract/schema/index.js'
import { type FieldClass, fieldClass } from '../masking/field-class.js'
import type { Direction, Plan, PlannedOperation } from '../plan/types.js'
import { toStyle } from '../plan/words.js'

/** Where a schema stands in an operation: what names its codec, and what it inherits. */
export interface SchemaPlace {
  /** `codecs/operations/orders`: the module of what has no name of its own. */
  readonly module: string
  /** Pascal case: `CreateOrderBody`. */
  readonly name: string
  /** Declared where the schema is used, for the value as a whole. */
  readonly declared: Classification | undefined
  /** Default of the operation, for what nobody has classified. */
  readonly fallback: Classification | undefined
}

/** What is used in no operation, or was made from several schemas. */
export const elsewhere: SchemaPlace = {
  module: 'codecs/operations/shared',
  name: 'Value',
  declared: undefined,
  fallback: undefined,
}

/** The class of a value as a whole, before it says anything itself; `unclassified` is what holds where nobody speaks. */
export function inheritedAt(
  { declared, fallback }: SchemaPlace,
  unclassified: FieldClass | undefined,
): FieldClass | undefined {
  return fieldClass(declared, false) ?? fieldClass(fallback, true) ?? unclassified
}

/** The place of every schema that an operation uses; of one that several use, the first, with the strictest class. */
export function schemaPlaces(
  plan: Pick<Plan, 'tags'>,
): ReadonlyMap<Schema, Readonly<Record<Direction, SchemaPlace | undefined>>> {
  const places = new Map<Schema, Record<Direction, SchemaPlace | undefined>>()
  for (const tag of plan.tags) {
    for (const planned of tag.operations) addOperation(planned, `codecs/operations/${tag.file}`, places)
  }
  return places
}

type Places = Map<Schema, Record<Direction, SchemaPlace | undefined>>
type Declared = Annotated<Classification> | undefined

function addOperation(planned: PlannedOperation, module: string, places: Places): void {
  const { operation, pascal } = planned
  const fallback = operation.governance.classification?.value
  const add = (schema: Schema | undefined, direction: Direction, name: string, declared: readonly Declared[]): void => {
    if (!schema) return
    const place: SchemaPlace = { module, name: pascal + name, declared: strictest(declared), fallback }
    const known = places.get(schema) ?? { input: undefined, output: undefined }
    known[direction] = known[direction] ? joined(known[direction], place) : place
    places.set(schema, known)
  }
  for (const { parameter, property } of Object.values(planned.parameters).flat()) {
    const name = `${toStyle(property, 'pascal')}Parameter`
    add(parameter.schema ?? parameter.content?.schema, 'input', name, [parameter.classification])
  }
  for (const media of planned.body?.content ?? []) {
    const name = `Body${many(planned.body?.content) ? toStyle(media.mediaType, 'pascal') : ''}`
    add(media.schema, 'input', name, [media.media.classification])
    if (media.kind === 'events') addParts(media.schema, `${name}Data`, 'input', add)
  }
  for (const { response, content, headers, responder } of planned.responses) {
    const base = toStyle(responder, 'pascal')
    for (const media of content) {
      const name = `${base}Body${many(content) ? toStyle(media.mediaType, 'pascal') : ''}`
      const declared = [media.media.classification, response.classification]
      add(media.schema, 'output', name, declared)
      if (media.kind === 'events') addParts(media.schema, `${name}Data`, 'output', add)
    }
    for (const { header, property } of headers) {
      const name = `${base}${toStyle(property, 'pascal')}Header`
      add(header.schema ?? header.content?.schema, 'output', name, [header.classification])
    }
  }
}

/** The codec of an event's data is made from a part of its schema. */
function addParts(
  schema: Schema | undefined,
  name: string,
  direction: Direction,
  add: (schema: Schema, direction: Direction, name: string, declared: readonly Declared[]) => void,
): void {
  if (!schema) return
  walk(schema, (part) => {
    if (part !== schema) add(part, direction, name, [])
  })
}

function many(content: readonly unknown[] | undefined): boolean {
  return (content?.length ?? 0) > 1
}

function strictest(declared: readonly Declared[]): Classification | undefined {
  return declared.reduce<Classification | undefined>((held, next) => higher(held, next?.value), undefined)
}

function joined(known: SchemaPlace, next: SchemaPlace): SchemaPlace {
  return { ...known, declared: higher(known.declared, next.declared), fallback: higher(known.fallback, next.fallback) }
}

function higher(left: Classification | undefined, right: Classification | undefined): Classification | undefined {
  if (!left?.sensitivity || !right?.sensitivity) return left ?? right
  return isAbove(right.sensitivity, left.sensitivity) ? right : left
}
