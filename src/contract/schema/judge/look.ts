import { isArray, isObject, type JsonValue, own } from '../../../util/own.js'
import type { Schema, SchemaId } from '../../model/index.js'
import { follow } from '../resolve.js'
import type { SchemaRole } from '../walk.js'
import type { Scope, Scopes } from './left-out.js'

/** One schema as it judges one value. */
export interface Look {
  readonly schema: Schema
  readonly scope: Scope
  readonly value: JsonValue
  /** Whether `properties` or `patternProperties` say something of the member of this name. */
  declares(name: string): boolean
  /** Those that stand in `role` and judge the same value. */
  below(role: SchemaRole): readonly Look[]
  target(): Look | undefined
  accepts(): boolean
  /** Whether its `contains` accepts the item. */
  contains(item: JsonValue): boolean
  /** What it applies to the member or the item by its own, `unevaluated...` aside. */
  parts(key: string | number): readonly Look[]
  /** Looks at a member or an item with the schema that is `role` to this one. */
  part(role: SchemaRole, schema: Schema, key: string | number): Look
}

export interface LookOptions {
  readonly schemas: ReadonlyMap<SchemaId, Schema>
  readonly scopes: Scopes
  matches(source: string, name: string): boolean
  accepts(schema: Schema, scope: Scope, value: JsonValue): boolean
}

export function lookAt(options: LookOptions, given: Schema, scope: Scope, value: JsonValue): Look {
  const { schemas, scopes } = options
  const schema = follow(given, schemas)
  const { properties, patternProperties, contains } = schema
  const isDeclared = (name: string) => properties?.has(name) === true && !scope.leftOut.has(name)
  const patterns = (name: string) => [...(patternProperties ?? [])].filter(([source]) => options.matches(source, name))
  return { schema, scope, value, declares, below, target, accepts: isAccepted, contains: hasItem, parts, part }

  function declares(name: string): boolean {
    return isDeclared(name) || patterns(name).length > 0
  }

  function below(role: SchemaRole): readonly Look[] {
    return nestedIn(role).map((nested) => lookAt(options, nested, scopes.below(scope, role, nested), value))
  }

  function nestedIn(role: SchemaRole): readonly Schema[] {
    const nested: Schema | readonly Schema[] | ReadonlyMap<string, Schema> | undefined = schema[role]
    if (nested === undefined) return []
    if (Array.isArray(nested)) return nested as readonly Schema[]
    if (!(nested instanceof Map)) return [nested as Schema]
    const all = [...(nested as ReadonlyMap<string, Schema>)]
    const applies = (name: string) => role !== 'dependentSchemas' || (isObject(value) && Object.hasOwn(value, name))
    return all.filter(([name]) => applies(name)).map(([, member]) => member)
  }

  function target(): Look | undefined {
    const found = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    return found && lookAt(options, found, scope, value)
  }

  function isAccepted(): boolean {
    return schema.always ?? options.accepts(schema, scope, value)
  }

  function hasItem(item: JsonValue): boolean {
    return contains !== undefined && options.accepts(contains, scopes.below(scope, 'contains', contains), item)
  }

  function parts(key: string | number): readonly Look[] {
    if (typeof key === 'number') {
      const first = schema.prefixItems?.[key]
      if (first) return [part('prefixItems', first, key)]
      return schema.items ? [part('items', schema.items, key)] : []
    }
    const declared = isDeclared(key) ? properties?.get(key) : undefined
    const found = patterns(key).map(([, member]) => part('patternProperties', member, key))
    if (declared) found.push(part('properties', declared, key))
    const { additionalProperties } = schema
    if (found.length === 0 && additionalProperties) found.push(part('additionalProperties', additionalProperties, key))
    return found
  }

  function part(role: SchemaRole, nested: Schema, key: string | number): Look {
    const there = isArray(value) ? value[Number(key)] : isObject(value) ? own(value, String(key)) : undefined
    return lookAt(options, nested, scopes.below(scope, role, nested), there ?? null)
  }
}
