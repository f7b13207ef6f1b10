import type { JsonType, Schema, SchemaId } from '../../contract/model/index.js'
import { isPureRef } from '../../contract/schema/index.js'
import { isBinary } from '../plan/media.js'
import { discriminatedMember } from './discriminated.js'
import { printEnum } from './enum-type.js'
import { objectType } from './object-type.js'
import { runtimeModule } from './runtime-module.js'
import { hasMembers, schemaShapes } from './schema-shape.js'
import type { CodeText, TypeText } from './text.js'
import { hoist, isTooDeep, type TypeContext, type TypeModule, tentative } from './type-context.js'
import {
  after,
  arrayOf,
  atom,
  intersectionOf,
  neverType,
  nullType,
  type TypePart,
  typeText,
  unionOf,
  unknownType,
} from './type-text.js'

/** The type of a schema's values as a TypeScript expression; what it mentions is imported by the module of the context. */
export function printType(schema: Schema, context: TypeContext): TypeText {
  return typeText(typeOf(schema, context))
}

/** The type of what stands in a place: a body, a property, an item. In responses it may be masked. */
export function printPlace(schema: Schema, context: TypeContext): TypeText {
  return typeText(placeType(schema, context))
}

/** The printer of places for the parts of types. */
export function placeType(schema: Schema, context: TypeContext): TypePart {
  const type = typeOf(schema, context)
  const masked = context.direction === 'output' ? context.module.plan.masked.of(schema) : undefined
  if (!masked || type === unknownType) return type
  const others = [
    ...(masked.text === 'any' ? [stringType] : []),
    ...(masked.text === 'unrecognized' ? [atom(context.module.imports.type(runtimeModule, 'Unrecognized'))] : []),
    ...(masked.isNull ? [nullType] : []),
  ]
  return others.length === 0 ? type : unionOf([type, ...others], context.indent ?? '')
}

/** Declarations of the helper types that the expressions of a module asked for; call it when all others are printed. */
export function printHelpers(module: TypeModule): readonly CodeText[] {
  const texts: CodeText[] = []
  // Printing a helper may ask for more of them.
  for (let next = 0; next < module.helpers.length; next++) {
    const helper = module.helpers[next]
    if (!helper) break
    texts.push(after(`type ${helper.name} =`, printType(helper.schema, helper.context)) as CodeText)
  }
  return texts
}

/** The name of a named schema's type in one direction. */
export function typeName(id: SchemaId, { module, direction }: Pick<TypeContext, 'module' | 'direction'>): TypeText {
  const planned = module.plan.schemas.get(id)
  if (!planned) return 'unknown' as TypeText
  const name = direction === 'input' ? (planned.inputName ?? planned.typeName) : planned.typeName
  return module.imports.type(planned.module, name) as string as TypeText
}

/** The printer itself, for its parts: a type with how tightly it binds. */
function typeOf(schema: Schema, context: TypeContext): TypePart {
  if (schema.always !== undefined) return schema.always ? unknownType : neverType
  if (schema.enum) return printEnum(schema, context)
  if (schema.not?.always === true) return neverType
  if (schema.foreign) return unknownType
  const isCombined = schema.ref !== undefined || schema.allOf || schema.oneOf || schema.anyOf
  // The most frequent kinds by far, without a detour.
  if (!isCombined) return plainType(schema, context)
  if (isPureRef(schema)) return reference(schema.ref as SchemaId, context)
  if (isTooDeep(context)) return atom(hoist(schema, context))
  return tentative(context.module, () => combined(schema, context), mentionsAll)
}

function plainType(schema: Schema, context: TypeContext): TypePart {
  const [only, ...more] = schema.types ?? impliedTypes(schema)
  if (only === undefined) return unknownType
  if (more.length === 0 && only !== 'array' && only !== 'object') return singleType(only, schema, context)
  if (isTooDeep(context)) return atom(hoist(schema, context))
  const below: TypeContext = { ...context, depth: (context.depth ?? 0) + 1 }
  if (more.length === 0) return singleType(only, schema, below)
  return unionOf(
    [only, ...more].map((type) => singleType(type, schema, below)),
    context.indent ?? '',
  )
}

/** `unknown` and `never` swallow everything else. */
function mentionsAll({ text }: TypePart): boolean {
  return text !== 'unknown' && text !== 'never'
}

function combined(schema: Schema, context: TypeContext): TypePart {
  const below: TypeContext = { ...context, depth: (context.depth ?? 0) + 1 }
  const parts: TypePart[] = []
  if (schema.ref !== undefined) parts.push(reference(schema.ref, context))
  for (const part of schema.allOf ?? []) parts.push(typeOf(part, below))
  for (const list of [schema.oneOf, schema.anyOf]) {
    if (!list) continue
    const print = (): TypePart =>
      unionOf(
        list.map((one) => alternative(one, schema, below)),
        context.indent ?? '',
      )
    parts.push(tentative(context.module, print, mentionsAll))
  }
  const own = ownType(schema, below, parts)
  return intersectionOf(own ? [...parts, own] : parts)
}

function reference(id: SchemaId, context: TypeContext): TypePart {
  const { inPlaceOf } = context
  if (inPlaceOf !== undefined && schemaShapes(context.module.plan).isCut(inPlaceOf, id)) return unknownType
  return atom(typeName(id, context))
}

function alternative(schema: Schema, parent: Schema, context: TypeContext): TypePart {
  const type = typeOf(schema, context)
  const literal = parent.discriminator && discriminatedMember(schema, parent.discriminator, context)
  return literal ? intersectionOf([type, literal]) : type
}

/** The type that the schema's own keywords describe, beside its references and combinations; undefined when they add nothing. */
function ownType(schema: Schema, context: TypeContext, others: readonly TypePart[]): TypePart | undefined {
  const types = schema.types ?? impliedTypes(schema)
  if (types.length === 0) return undefined
  // `type: object` beside `allOf` and its like repeats what the parts say, unless they say nothing.
  const repeats =
    others.some((part) => part.text !== 'unknown') && !hasMembers(schema) && !schema.items && !schema.prefixItems
  return repeats ? undefined : plainType(schema, context)
}

/** Without `type`, keywords for objects or arrays show what is meant. */
function impliedTypes(schema: Schema): readonly JsonType[] {
  if (hasMembers(schema) || schema.additionalProperties) return ['object']
  if (schema.items || schema.prefixItems) return ['array']
  return isBinary(schema) ? ['string'] : []
}

const booleanType = atom('boolean')
const numberType = atom('number')
const stringType = atom('string')

function singleType(type: JsonType, schema: Schema, context: TypeContext): TypePart {
  switch (type) {
    case 'null':
      return nullType
    case 'boolean':
      return booleanType
    case 'integer':
    case 'number':
      return numberType
    case 'string':
      return context.files && isBinary(schema)
        ? atom(context.module.imports.type(runtimeModule, 'FileInput'))
        : stringType
    case 'array':
      return arrayType(schema, { ...context, inPlaceOf: undefined })
    case 'object':
      return objectType(schema, { ...context, inPlaceOf: undefined }, placeType)
  }
}

const longestTuple = 50

function arrayType(schema: Schema, context: TypeContext): TypePart {
  const first = schema.prefixItems
  if (!first || first.length > longestTuple) {
    const items = schema.items
    return arrayOf(items && !first ? placeType(items, context) : unknownType)
  }
  const required = Math.max(0, schema.minItems ?? 0)
  const elements = first.map((item, index) => {
    const type = placeType(item, context)
    if (index < required) return type.text
    return `${type.binds === 'atom' && !type.text.startsWith('readonly ') ? type.text : `(${type.text})`}?`
  })
  const isClosed = schema.items?.always === false || (schema.maxItems ?? Number.POSITIVE_INFINITY) <= first.length
  if (!isClosed) {
    const rest = arrayOf(schema.items ? placeType(schema.items, context) : unknownType)
    elements.push(`...${rest.text.slice('readonly '.length)}`)
  }
  return atom(`readonly [${elements.join(', ')}]`)
}
