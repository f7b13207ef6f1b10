/**
 * What one edit of a schema does to those who read and to those who write, in the view `exchange`, thought through
 * without asking the tool. `input`: the API reads what clients wrote by the version before. `output`: clients read by
 * the version before what the API writes now. Each operator gives two versions, and is tried in both directions: taken
 * back, it does to the one polarity what it did to the other.
 */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { governanceOperators } from './governance-operators.js'
import type { Expected, Operator } from './mutant.js'
import type { Place } from './places.js'

export interface SchemaOperator extends Operator {
  /** Its name when it is taken back; undefined: it is not, because it says nothing new. */
  readonly inverse?: string
  /** Expectations of the inverse that do not follow by swapping the polarities. */
  readonly taken?: { readonly input: Expected; readonly output: Expected }
  /** Whether values that travel as text are touched as well. Default: false. */
  readonly alsoText?: boolean
  /** Whether branches of a composition are left out, because what their siblings say counts as well. Default: false. */
  readonly isAlone?: boolean
  /** Whether a break comes without a payload, because no payload is refused. Default: false. */
  readonly isUnseen?: boolean
  /** Two versions of the schema; undefined where the operator does not apply. */
  readonly versions: (
    schema: JsonObject,
    place: Place,
    dialect: Dialect,
  ) => readonly [JsonObject, JsonObject] | undefined
}

export type Dialect = 'swagger' | '3.0' | '2020-12'

const ok = 'not breaking'
const b = 'breaking'

const narrowing = { input: b, output: ok } as const
const both = { input: b, output: b } as const
const harmless = { input: ok, output: ok } as const

export const schemaOperators: readonly SchemaOperator[] = [
  ...governanceOperators,
  {
    name: 'optional property added',
    inverse: 'optional property removed',
    ...harmless,
    taken: harmless,
    because:
      'nobody who does not know it sends it, and readers that are open pass over it; removed, it is sent in vain or not any more, which is a warning',
    versions: (schema) => (isOpenObject(schema) ? [schema, withProperty(schema, false)] : undefined),
  },
  {
    name: 'required property added',
    inverse: 'required property removed',
    input: b,
    output: ok,
    taken: { input: ok, output: b },
    because: 'clients do not send what they do not know; what was always sent is missed',
    versions: (schema) => (isOpenObject(schema) ? [schema, withProperty(schema, true)] : undefined),
  },
  {
    name: 'optional property added to a closed object',
    inverse: 'optional property removed from a closed object',
    input: ok,
    output: b,
    isAlone: true,
    because: 'a closed reader refuses a member that it does not know',
    versions: (schema) =>
      isOpenObject(schema)
        ? [
            { ...schema, additionalProperties: false },
            { ...withProperty(schema, false), additionalProperties: false },
          ]
        : undefined,
  },
  {
    name: 'property became required',
    inverse: 'property became optional',
    ...narrowing,
    because: 'whoever left it out is refused; whoever reads it is promised more',
    versions: (schema) => {
      if (!isPlainObject(schema)) return undefined
      const name = Object.keys(schema['properties'] as JsonObject).find(
        (each) => !requiredOf(schema).includes(each) && !isHiddenMember(schema, each),
      )
      return name === undefined ? undefined : [schema, { ...schema, required: [...requiredOf(schema), name] }]
    },
  },
  {
    name: 'type changed from text to number',
    inverse: 'type changed from number to text',
    ...both,
    taken: both,
    isAlone: true,
    because: 'no text is a number',
    versions: (schema) => (isBare(schema, 'string') ? [schema, { ...schema, type: 'integer' }] : undefined),
  },
  {
    name: 'type changed from boolean to list',
    ...both,
    isAlone: true,
    because: 'no boolean is a list',
    versions: (schema) =>
      isBare(schema, 'boolean') ? [schema, { ...schema, type: 'array', items: { type: 'boolean' } }] : undefined,
  },
  {
    name: 'number narrowed to integer',
    inverse: 'integer widened to number',
    ...narrowing,
    alsoText: true,
    isAlone: true,
    because: 'a fraction is no integer',
    versions: (schema) =>
      isBare(schema, 'integer') || isBare(schema, 'number')
        ? [
            { ...schema, type: 'number' },
            { ...schema, type: 'integer' },
          ]
        : undefined,
  },
  {
    name: 'null removed',
    inverse: 'null added',
    ...narrowing,
    isAlone: true,
    because: 'whoever sent null is refused; whoever did not expect it meets it',
    versions: (schema, _place, dialect) => {
      const { type, nullable: _nullable, ...rest } = schema
      if (typeof type !== 'string' || type === 'null' || 'enum' in schema || dialect === 'swagger') return undefined
      const nullable = dialect === '3.0' ? { ...rest, type, nullable: true } : { ...rest, type: [type, 'null'] }
      return [nullable, { ...rest, type }]
    },
  },
  {
    name: 'enum value removed',
    inverse: 'enum value added',
    ...narrowing,
    alsoText: true,
    because: 'the value is sent by those who know it; a new one meets readers who do not',
    versions: (schema) => {
      const { enum: values, type } = schema
      if (type !== 'string' || !isArray(values) || values.length < 2) return undefined
      if (['pattern', 'minLength', 'maxLength', 'format'].some((keyword) => keyword in schema)) return undefined
      const { default: _default, ...rest } = schema
      return [rest, { ...rest, enum: values.slice(1) }]
    },
  },
  {
    name: 'enum introduced',
    inverse: 'enum dropped',
    ...narrowing,
    alsoText: true,
    because: 'any other text was accepted, or comes now',
    versions: (schema) => (isBare(schema, 'string') ? [schema, { ...schema, enum: ['one', 'other'] }] : undefined),
  },
  ...limits('string', 'minLength', 2, 5, 'maxLength', 20, 10),
  ...limits('integer', 'minimum', 2, 5, 'maximum', 200, 100),
  ...limits('number', 'minimum', 0.5, 1.5, 'maximum', 200, 100),
  ...limits('array', 'minItems', 1, 2, 'maxItems', 9, 5),
  {
    name: 'pattern added',
    inverse: 'pattern removed',
    ...narrowing,
    alsoText: true,
    because: 'texts that do not match were accepted, or come now',
    versions: (schema) => (isBare(schema, 'string') ? [schema, { ...schema, pattern: '^[a-z]{3}$' }] : undefined),
  },
  {
    name: 'pattern narrowed',
    inverse: 'pattern widened',
    ...narrowing,
    alsoText: true,
    because: 'the one language holds the other',
    versions: (schema) =>
      isBare(schema, 'string')
        ? [
            { ...schema, pattern: '^[A-Z]-[0-9]+$' },
            { ...schema, pattern: '^[A-Z]-[0-9]{3}$' },
          ]
        : undefined,
  },
  {
    name: 'format added',
    inverse: 'format removed',
    ...narrowing,
    alsoText: true,
    because: 'most texts are no UUID',
    versions: (schema) => (isBare(schema, 'string') ? [schema, { ...schema, format: 'uuid' }] : undefined),
  },
  {
    name: 'further members forbidden where none are sent',
    inverse: 'further members allowed where none are sent',
    ...harmless,
    taken: harmless,
    isAlone: true,
    because: 'in the exchange only declared members are sent, and whoever reads the version before is open',
    versions: (schema) => (isOpenObject(schema) ? [schema, { ...schema, additionalProperties: false }] : undefined),
  },
  {
    name: 'further members forbidden where they are sent',
    inverse: 'further members sent where they were forbidden',
    ...narrowing,
    isAlone: true,
    because: 'written out, they are sent, and a closed reader refuses them',
    versions: (schema) =>
      isOpenObject(schema)
        ? [
            { ...schema, additionalProperties: true },
            { ...schema, additionalProperties: false },
          ]
        : undefined,
  },
  {
    name: 'type of items changed',
    ...both,
    because: 'a list may hold an item, and no text is a boolean',
    versions: (schema) =>
      schema['type'] === 'array' && isObject(schema['items']) && schema['items']['type'] === 'string'
        ? [schema, { ...schema, items: { type: 'boolean' } }]
        : undefined,
  },
  {
    name: 'alternative removed',
    inverse: 'alternative added',
    ...narrowing,
    isAlone: true,
    because: 'whoever sends the alternative is refused; whoever does not know it meets it',
    versions: (schema, _place, dialect) => {
      if (schema['type'] !== 'string' || 'enum' in schema || dialect === 'swagger') return undefined
      const others = [{ type: 'boolean' }, { type: 'integer' }]
      return [{ anyOf: [schema, ...others] }, { anyOf: [schema, ...others.slice(0, 1)] }]
    },
  },
  {
    name: 'default changed',
    ...harmless,
    because: 'what is valid stays so; whoever leaves it out gets another behaviour, which is a warning at most',
    versions: (schema) =>
      isBare(schema, 'string')
        ? [
            { ...schema, default: 'one' },
            { ...schema, default: 'other' },
          ]
        : undefined,
  },
  {
    name: 'description changed',
    input: 'silent',
    output: 'silent',
    alsoText: true,
    because: 'words for people promise nothing',
    versions: (schema) => [schema, { ...schema, description: 'Said in other words.' }],
  },
]

/** A lower and an upper limit, each added and tightened. */
function limits(
  type: string,
  lower: string,
  low: number,
  lowTighter: number,
  upper: string,
  high: number,
  highTighter: number,
): readonly SchemaOperator[] {
  const operator = (
    keyword: string,
    from: number | undefined,
    to: number,
    done: string,
    undone: string,
  ): SchemaOperator => ({
    name: `${keyword} of ${type} ${done}`,
    inverse: `${keyword} of ${type} ${undone}`,
    ...narrowing,
    alsoText: type !== 'array',
    because: 'what lies outside was accepted, or comes now',
    versions: (schema) => {
      if (schema['type'] !== type || 'enum' in schema || 'pattern' in schema || 'format' in schema) return undefined
      const { [lower]: _lower, [upper]: _upper, default: _default, ...rest } = schema
      return [from === undefined ? rest : { ...rest, [keyword]: from }, { ...rest, [keyword]: to }]
    },
  })
  return [
    operator(lower, undefined, low, 'added', 'removed'),
    operator(lower, low, lowTighter, 'tightened', 'loosened'),
    operator(upper, undefined, high, 'added', 'removed'),
    operator(upper, high, highTighter, 'tightened', 'loosened'),
  ]
}

/** Nothing but its type and words about it. */
function isBare(schema: JsonObject, type: string): boolean {
  // The last three are what a parameter of Swagger 2 says besides.
  const words = new Set(['type', 'description', 'title', 'example', 'examples', 'name', 'in', 'required'])
  return schema['type'] === type && Object.keys(schema).every((key) => words.has(key) || key.startsWith('x-'))
}

function isPlainObject(schema: JsonObject): boolean {
  const { properties, type } = schema
  if ((type !== undefined && type !== 'object') || !isObject(properties)) return false
  // What is required without being declared can never be there once the object is closed.
  const isDeclared = requiredOf(schema).every((name) => typeof name === 'string' && Object.hasOwn(properties, name))
  return isDeclared && Object.keys(properties).length > 1
}

/** Declares members and says nothing about others. */
function isOpenObject(schema: JsonObject): boolean {
  return isPlainObject(schema) && !('additionalProperties' in schema)
}

function isHiddenMember(schema: JsonObject, name: string): boolean {
  const member = (schema['properties'] as JsonObject)[name]
  // What a reference leads to is not looked at here.
  return (
    !isObject(member) ||
    '$ref' in member ||
    'allOf' in member ||
    member['readOnly'] === true ||
    member['writeOnly'] === true
  )
}

function requiredOf({ required }: JsonObject): readonly JsonValue[] {
  return isArray(required) ? required : []
}

function withProperty(schema: JsonObject, isRequired: boolean): JsonObject {
  const name = 'mutation'
  return {
    ...schema,
    properties: { ...(schema['properties'] as JsonObject), [name]: { type: 'string' } },
    ...(isRequired && { required: [...requiredOf(schema), name] }),
  }
}
