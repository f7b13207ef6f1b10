import { canonicalText } from '../../util/canonical-text.js'
import { isArray, isObject, type JsonValue, own } from '../../util/own.js'
import type { Schema } from '../model/index.js'
import type { Draft, Loose } from './draft.js'
import type { Cursor } from './keywords.js'
import { orNull } from './types.js'

/** Gives the keywords that depend on each other their meaning of 2020-12, after all of them have been read. */
export function settle(cursor: Cursor): void {
  const { draft, loose } = cursor
  settleBounds(draft, loose)
  settleItems(draft, loose)
  settleConditions(draft)
  settleEnum(cursor)
  if (loose.nullable) settleNullable(cursor)
}

function settleBounds(draft: Draft, loose: Loose): void {
  if (loose.exclusiveMinimum && draft.minimum !== undefined) {
    draft.exclusiveMinimum = draft.minimum
    delete draft.minimum
  }
  if (loose.exclusiveMaximum && draft.maximum !== undefined) {
    draft.exclusiveMaximum = draft.maximum
    delete draft.maximum
  }
}

function settleItems(draft: Draft, loose: Loose): void {
  // Without a list before it `additionalItems` has no effect, in any draft that knows it.
  if (loose.additionalItems && draft.prefixItems && !draft.items) draft.items = loose.additionalItems
}

/** `then` and `else` without `if`, and counts without `contains`, have no effect. */
function settleConditions(draft: Draft): void {
  // To delete what is not there costs nearly as much: this is asked of every schema.
  if (!draft.if && (draft.then || draft.else)) {
    delete draft.then
    delete draft.else
  }
  if (!draft.contains && (draft.minContains !== undefined || draft.maxContains !== undefined)) {
    delete draft.minContains
    delete draft.maxContains
  }
}

function settleEnum({ draft, loose }: Cursor): void {
  const members = draft.enum
  if (members) {
    const kept = new Map<string, number>()
    members.forEach((member, index) => {
      const key = canonicalText(member)
      if (!kept.has(key)) kept.set(key, index)
    })
    const positions = [...kept.values()]
    if (kept.size < members.length) draft.enum = positions.map((index) => members[index] as JsonValue)
    const names = enumTexts(members, loose.enumNames)
    const descriptions = enumTexts(members, loose.enumDescriptions)
    if (names) draft.enumNames = positions.map((index) => names[index] as string)
    if (descriptions) draft.enumDescriptions = positions.map((index) => descriptions[index] as string)
  }
  if (loose.const) {
    const { value } = loose.const
    const key = canonicalText(value)
    // Both must hold: a constant that is no member leaves nothing to accept, which an empty list says.
    draft.enum = !draft.enum || draft.enum.some((member) => canonicalText(member) === key) ? [value] : []
    delete draft.enumNames
    delete draft.enumDescriptions
  }
}

/** One text a member, from a list in the same order or a map by value; undefined unless all members have one. */
function enumTexts(members: readonly JsonValue[], value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined
  const texts = isObject(value)
    ? members.map((member) => (typeof member === 'object' ? undefined : own(value, String(member))))
    : value
  const complete = isArray(texts) && texts.length === members.length && texts.every((text) => typeof text === 'string')
  return complete ? texts : undefined
}

/** What `nullable` opens to null; the rest (title, examples, annotations) stays where it is. */
const assertions = [
  ...['ref', 'dynamicRef', 'types', 'enum', 'enumNames', 'enumDescriptions', 'format'],
  ...['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  ...['unevaluatedItems', 'properties', 'required', 'patternProperties', 'additionalProperties', 'propertyNames'],
  ...['minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'discriminator'],
] as const satisfies readonly (keyof Schema)[]

/**
 * OpenAPI 3.0's `nullable`. On a plain schema null joins the types and the enum (the authors of contracts mean that,
 * though the letter wants null repeated in `enum`). Beside a composition, which could still refuse null, the whole
 * becomes one of two alternatives.
 */
function settleNullable(cursor: Cursor): void {
  const { draft } = cursor
  if (!isComposed(draft)) {
    if (draft.types) draft.types = orNull(draft.types)
    if (draft.enum && !draft.enum.includes(null)) {
      cursor.unusual('enum', 'a list with null in it, as `nullable` asks for')
      draft.enum = [...draft.enum, null]
      delete draft.enumNames
      delete draft.enumDescriptions
    }
    return
  }
  const inner: Draft = { kind: 'schema', at: draft.at }
  for (const field of assertions) {
    if (draft[field] !== undefined) move(field, draft, inner)
  }
  draft.anyOf = [inner, { kind: 'schema', at: draft.at, types: ['null'] }]
}

function move(field: keyof Draft, from: Draft, to: Draft): void {
  Object.assign(to, { [field]: from[field] })
  Reflect.deleteProperty(from, field)
}

function isComposed(draft: Draft): boolean {
  return Boolean(draft.ref || draft.dynamicRef || draft.allOf || draft.anyOf || draft.oneOf || draft.not || draft.if)
}
