import type { JsonType, Schema } from '../../contract/model/index.js'
import { isObject, type JsonValue } from '../../util/own.js'
import { numberLit, propertyKey, strLit } from './escape.js'
import { runtimeModule } from './runtime-module.js'
import type { TypeContext } from './type-context.js'
import { atom, neverType, type TypePart, unionOf } from './type-text.js'

/** More literals than this say no more than their common type, and cost every compilation. */
const mostValues = 2_000

/**
 * A union of literals. In what a response may hold, texts are open: a server that is newer than its client may send
 * others. A single value is a constant and stays closed, so that it can tell alternatives apart.
 */
export function printEnum(schema: Schema, context: TypeContext): TypePart {
  const all = schema.enum ?? []
  const { types } = schema
  const values = types ? all.filter((value) => types.some((type) => accepts(type, value))) : all
  if (values.length === 0) return neverType
  const indent = context.indent ?? ''
  if (values.length > mostValues) return unionOf([...new Set(values.map(baseType))].map(atom), indent)
  const parts = values.map((value) => atom(literalType(value, 0)))
  const texts = values.filter((value) => typeof value === 'string').length
  if (context.direction === 'output' && texts > 1) {
    parts.push(atom(context.module.imports.type(runtimeModule, 'Unrecognized')))
  }
  return unionOf(parts, indent)
}

function accepts(type: JsonType, value: JsonValue): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function baseType(value: JsonValue): string {
  if (value === null) return 'null'
  return typeof value === 'object' ? 'object' : typeof value
}

const deepestLiteral = 8

function literalType(value: JsonValue, depth: number): string {
  if (typeof value === 'string') return strLit(value)
  // JSON can write numbers that are too large for a number; their literal would not be one.
  if (typeof value === 'number') return Number.isFinite(value) ? numberLit(value) : 'number'
  if (typeof value === 'boolean' || value === null) return String(value)
  if (depth === deepestLiteral) return 'unknown'
  if (!isObject(value)) return `readonly [${value.map((item) => literalType(item, depth + 1)).join(', ')}]`
  const members = Object.entries(value).map(
    ([key, item]) => `readonly ${propertyKey(key)}: ${literalType(item, depth + 1)}`,
  )
  return members.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${members.join('; ')} }`
}
