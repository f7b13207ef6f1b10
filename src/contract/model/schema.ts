import type { JsonValue } from '../../util/own.js'
import type { Annotated, Classification, Lifecycle, Residency, Retention, TenantKey } from './governance.js'
import type { Origin } from './origin.js'

/** Identity of a schema that something refers to: `document#pointer` of its target. */
export type SchemaId = string

export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string'

/**
 * One schema with the meaning of JSON Schema 2020-12, whatever dialect it was written in: `nullable`, boolean exclusive
 * bounds, a single `type`, `const`, OpenAPI 2 and AsyncAPI spellings are gone. Children are nested; a reference stays an
 * id into `Contract.schemas` and is never inlined, so recursion is just an id that occurs again.
 */
export interface Schema {
  readonly kind: 'schema'
  readonly at: Origin
  /** A boolean schema: `true` accepts everything, `false` nothing. Then every other field is absent. */
  readonly always?: boolean
  /** Target of `$ref`; holds together with the siblings. */
  readonly ref?: SchemaId
  /** Accepted types, sorted; absent: all. `number` covers `integer`, the two never stand together. */
  readonly types?: readonly JsonType[]
  /** `enum`, or `const` as an enum of one; duplicates removed, order kept. */
  readonly enum?: readonly JsonValue[]
  /** Names and descriptions for enum values, in the order of `enum` (`x-enum-varnames`, `x-enum-descriptions`). */
  readonly enumNames?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly format?: string

  readonly minLength?: number
  readonly maxLength?: number
  /** An ECMA-262 pattern, as written; may be invalid or catastrophic: see diagnostics. */
  readonly pattern?: string
  readonly contentEncoding?: string
  readonly contentMediaType?: string
  readonly contentSchema?: Schema

  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number

  readonly prefixItems?: readonly Schema[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly contains?: Schema
  readonly minContains?: number
  readonly maxContains?: number
  readonly unevaluatedItems?: Schema

  readonly properties?: ReadonlyMap<string, Schema>
  /** Sorted, without duplicates. */
  readonly required?: readonly string[]
  readonly patternProperties?: ReadonlyMap<string, Schema>
  readonly additionalProperties?: Schema
  readonly propertyNames?: Schema
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly dependentRequired?: ReadonlyMap<string, readonly string[]>
  readonly dependentSchemas?: ReadonlyMap<string, Schema>
  readonly unevaluatedProperties?: Schema

  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
  readonly discriminator?: Discriminator
  /** `$dynamicRef` or `$recursiveRef`, as written: resolved to `ref` where the target is static. */
  readonly dynamicRef?: string
  /** A payload described in another language (Avro, protobuf, RAML): kept, not understood. */
  readonly foreign?: { readonly format: string; readonly value: JsonValue }

  /** Key in `components/schemas`, `definitions` or `$defs`, when it stands there. */
  readonly name?: string
  readonly title?: string
  readonly description?: string
  readonly default?: JsonValue
  readonly examples?: readonly JsonValue[]
  readonly deprecated?: boolean
  readonly readOnly?: boolean
  readonly writeOnly?: boolean

  /** Declared on this very schema; what holds by inheritance is computed by `annotation/`. */
  readonly classification?: Annotated<Classification>
  readonly tenantKey?: Annotated<TenantKey>
  readonly retention?: Annotated<Retention>
  readonly residency?: Annotated<Residency>
  readonly lifecycle?: Annotated<Lifecycle>
}

export interface Discriminator {
  readonly propertyName: string
  /** Value of the property to the schema it selects, implicit names included. */
  readonly mapping: ReadonlyMap<string, SchemaId>
  /** OpenAPI 3.2 `defaultMapping`. */
  readonly default?: SchemaId
}
