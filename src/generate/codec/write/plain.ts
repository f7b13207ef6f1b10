import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema } from '../../../contract/model/index.js'
import { declaredProperties } from '../../masking/declared-properties.js'
import { isLeaf, itemsOf, leafWriter, type Shape, shapeOf } from '../../masking/shape.js'
import type { Schemas } from '../model/facts.js'

/**
 * Whether values that all of the schemas describe are of known structure throughout: records of declared properties, lists
 * of one kind of item, scalars. What may be shown of them is picked as a value and written at once; alternatives, maps and
 * whatever nobody has declared are written piece by piece.
 */
export function createPlainness(known: Schemas): (schemas: readonly Schema[]) => boolean {
  /** By the first of the schemas, which stands where the value is used. */
  const verdicts = new Map<Schema, { readonly schemas: readonly Schema[]; readonly isPlain: boolean }[]>()
  return (start) => {
    const [first] = start
    if (!first) return false
    const before = verdicts.get(first)?.find(({ schemas }) => isSame(schemas, start))
    if (before) return before.isPlain
    const isPlain = isPlainThroughout(start, known)
    verdicts.set(first, [...(verdicts.get(first) ?? []), { schemas: start, isPlain }])
    return isPlain
  }
}

function isPlainThroughout(start: readonly Schema[], known: Schemas): boolean {
  const seen: (readonly Schema[])[] = []
  const pending = [start]
  for (let schemas = pending.pop(); schemas; schemas = pending.pop()) {
    const place = schemas
    if (seen.some((other) => isSame(other, place))) continue
    seen.push(place)
    const parts = partsOf(shapeOf(place, known), known)
    if (!parts) return false
    pending.push(...parts)
  }
  return true
}

/** The schemas of each property and item; undefined where the structure is not all known. */
function partsOf(shape: Shape, known: Schemas): readonly (readonly Schema[])[] | undefined {
  if (isLeaf(shape)) return leafWriter(shape) === 'anything' ? undefined : []
  const { types, objects, arrays, choices } = shape
  if (!types || choices.length > 0) return undefined
  if (types.has('object') !== objects.length > 0 || types.has('array') !== arrays.length > 0) return undefined
  const items = arrays.length > 0 ? itemsOf(arrays) : []
  if (items.length > 1 || objects.some(takesOthers)) return undefined
  const declared = [...declaredProperties(objects)]
  // The order of such names is the engine's own, and this one is the prototype of what is made.
  if (declared.some(([name]) => /^\d+$/.test(name) || name === '__proto__')) return undefined
  const shown = declared.filter(([, schemas]) => !schemas.some((schema) => isLeftOut(schema, 'output', known)))
  return [...shown.map(([, schemas]) => schemas), ...items]
}

function takesOthers({ patternProperties, additionalProperties, unevaluatedProperties }: Schema): boolean {
  const rest = [additionalProperties, unevaluatedProperties].some((of) => of !== undefined && of.always !== false)
  return rest || (patternProperties?.size ?? 0) > 0
}

function isSame(left: readonly Schema[], right: readonly Schema[]): boolean {
  return left.length === right.length && left.every((schema, index) => schema === right[index])
}
