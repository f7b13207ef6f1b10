import type { Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import type { CheckPlace } from '../context.js'
import { isScalar } from './scalar-conditions.js'

const objectKeywords = [
  ...(['properties', 'required', 'patternProperties', 'additionalProperties', 'propertyNames'] as const),
  ...(['minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties'] as const),
] as const
const arrayKeywords = [
  ...(['prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'unevaluatedItems'] as const),
] as const
const scalarKeywords = [
  ...(['types', 'enum', 'format', 'minLength', 'maxLength', 'pattern'] as const),
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const),
] as const
const compositions = ['ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if'] as const

export function hasAny(schema: Schema, keywords: readonly (keyof Schema)[]): boolean {
  return keywords.some((keyword) => schema[keyword] !== undefined)
}

export function constrainsObjects(schema: Schema): boolean {
  return hasAny(schema, objectKeywords)
}

export function constrainsArrays(schema: Schema): boolean {
  return hasAny(schema, arrayKeywords)
}

/** Accepts every value. */
export function isUnconstrained(schema: Schema): boolean {
  if (schema.always !== undefined) return schema.always
  return !hasAny(schema, [...scalarKeywords, ...objectKeywords, ...arrayKeywords, ...compositions])
}

/** A schema of scalars that a few comparisons check, so that it is written where it is used. */
export function isInline(schema: Schema): boolean {
  if (schema.always !== undefined || hasAny(schema, [...compositions])) return false
  const { types, enum: members } = schema
  if (types) return types.every((type) => type !== 'object' && type !== 'array') && (members ?? []).every(isScalar)
  return members?.every(isScalar) ?? false
}

/** What a check is called with. Names of the runtime are imported only when there is a call. */
export interface CallArguments {
  readonly value: string
  /** An expression for the place, or one for the key below `at`. */
  readonly at: 'at' | 'undefined' | { readonly key: string }
  readonly issues: 'issues' | 'silent'
}

/**
 * The call that checks `value`; undefined when every value passes. What only refers to another schema is that schema.
 */
export function checkCall(schema: Schema, { value, at, issues }: CallArguments, place: CheckPlace): string | undefined {
  const target = follow(schema, place.context.schemas)
  if (isUnconstrained(target)) return undefined
  const { scope, direction } = place
  const name =
    target.always === false
      ? scope.module.runtime('refuseAll')
      : place.context.check(target, direction, scope, target === schema ? place.leftOut : undefined)
  const { module } = scope
  const path = typeof at === 'string' ? at : `${module.runtime('within')}(at, ${at.key})`
  return `${name}(${value}, ${path}, ${issues === 'silent' ? module.runtime('silent') : issues})`
}

/** Checks go on after a violation as long as anybody wants to know of more. */
export function followed(call: string): string {
  return `ok = (ok || !issues.full) && ${call} && ok`
}
