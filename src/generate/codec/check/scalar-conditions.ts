import type { JsonType, Schema } from '../../../contract/model/index.js'
import type { JsonValue } from '../../../util/own.js'
import { typeOfValue } from '../../masking/atoms.js'
import { isBinary } from '../../plan/media.js'
import { jsonLit, numberLit, strLit } from '../../render/escape.js'
import type { CodecModule } from '../codec-module.js'
import { counted, expectedTypes, expectedValues, shortText } from './expected.js'
import { numberFormats, textFormats } from './formats.js'
import { patternTest } from './pattern.js'

/** What makes a value a violation. */
export interface Condition {
  /** True for a violation. */
  readonly test: string
  readonly keyword: string
  readonly expected: string
}

/**
 * The conditions of a schema's scalar keywords on `value`, in order; each may rely on those before it not having held.
 * `value` is an identifier.
 */
export function scalarConditions(schema: Schema, value: string, module: CodecModule): readonly Condition[] {
  const conditions: Condition[] = []
  const types = schema.types
  const members = schema.enum
  // A file is no text, but it is what a string of bytes is sent as in a multipart body.
  const files = types?.includes('string') && isBinary(schema) ? [`!${module.runtime('isFile')}(${value})`] : []
  // The list of values says more than the type does.
  const listed = members?.every((member) => !types || types.includes(typeOfMember(member, types)))
  if (types && !(members && listed && members.every(isScalar))) {
    conditions.push({
      test: [...types.map((type) => typeTest(type, value, module)), ...files].join(' && '),
      keyword: 'type',
      expected: expectedTypes(types),
    })
  }
  // After the type has been tested, comparing with a member of another type would not compile.
  const possible = members?.filter(
    (member) => !types || conditions.length === 0 || types.includes(typeOfMember(member, types)),
  )
  if (possible) conditions.push(enumCondition(possible, value, module))
  const isNarrow = conditions.length > 0 && !members && files.length === 0 && types?.length === 1
  const only = isNarrow ? types[0] : undefined
  for (const { test, ...rest } of textConditions(schema, value, module)) {
    conditions.push({ test: only === 'string' ? test : `typeof ${value} === 'string' && ${test}`, ...rest })
  }
  for (const { test, ...rest } of numberConditions(schema, value, module)) {
    const isNumber = only === 'number' || only === 'integer'
    conditions.push({ test: isNumber ? test : `typeof ${value} === 'number' && ${test}`, ...rest })
  }
  return conditions
}

/** True when the value is not of the type. */
export function typeTest(type: JsonType, value: string, module: CodecModule): string {
  switch (type) {
    case 'string':
    case 'boolean':
      return `typeof ${value} !== '${type}'`
    case 'null':
      return `${value} !== null`
    case 'number':
      return `!${module.runtime('isNumber')}(${value})`
    case 'integer':
      return `!${module.runtime('isInteger')}(${value})`
    case 'array':
      return `!Array.isArray(${value})`
    case 'object':
      return `${module.runtime('record')}(${value}) === undefined`
  }
}

/** More members than this are looked up in a set. */
const comparedAtOnce = 6

function enumCondition(members: readonly JsonValue[], value: string, module: CodecModule): Condition {
  const scalars = members.filter(isScalar)
  const others = members.filter((member) => !isScalar(member))
  const tests: string[] = []
  if (scalars.length > comparedAtOnce) {
    const set = `new Set<unknown>(${jsonLit(scalars)})`
    tests.push(`!${module.constant('members', 'ReadonlySet<unknown>', set)}.has(${value})`)
  } else {
    for (const member of scalars) tests.push(`${value} !== ${jsonLit(member)}`)
  }
  for (const member of others) {
    tests.push(`!${module.runtime('equals')}(${value}, ${module.constant('member', 'unknown', jsonLit(member))})`)
  }
  const keyword = members.length === 1 ? 'const' : 'enum'
  return { test: tests.length === 0 ? 'true' : tests.join(' && '), keyword, expected: expectedValues(members) }
}

function textConditions(schema: Schema, value: string, module: CodecModule): readonly Condition[] {
  const { minLength, maxLength, pattern, format } = schema
  const found: Condition[] = []
  if (minLength === 1 && !schema.enum) {
    found.push({ test: `${value} === ''`, keyword: 'minLength', expected: counted('at least', 1, 'character') })
  } else if (minLength !== undefined && minLength > 0) {
    const test = `${module.runtime('isShorter')}(${value}, ${numberLit(minLength)})`
    found.push({ test, keyword: 'minLength', expected: counted('at least', minLength, 'character') })
  }
  if (maxLength !== undefined) {
    const test = `${module.runtime('isLonger')}(${value}, ${numberLit(maxLength)})`
    found.push({ test, keyword: 'maxLength', expected: counted('at most', maxLength, 'character') })
  }
  const matches = pattern === undefined ? undefined : patternTest(pattern, value, module)
  if (matches !== undefined && pattern !== undefined) {
    found.push({ test: `!${matches}`, keyword: 'pattern', expected: `a text matching ${shortText(pattern)}` })
  }
  const asserted = format === undefined ? undefined : textFormats.get(format)
  if (asserted !== undefined && format !== undefined) {
    found.push({ test: `!${module.runtime(asserted)}(${value})`, keyword: 'format', expected: format })
  }
  return found
}

const bounds = [
  ['minimum', '<', 'at least'],
  ['exclusiveMinimum', '<=', 'more than'],
  ['maximum', '>', 'at most'],
  ['exclusiveMaximum', '>=', 'less than'],
] as const

function numberConditions(schema: Schema, value: string, module: CodecModule): readonly Condition[] {
  const found: Condition[] = []
  for (const [keyword, operator, words] of bounds) {
    const bound = schema[keyword]
    if (bound === undefined) continue
    found.push({ test: `${value} ${operator} ${numberLit(bound)}`, keyword, expected: `${words} ${bound}` })
  }
  const { multipleOf, format } = schema
  if (multipleOf !== undefined && !(multipleOf === 1 && schema.types?.includes('integer'))) {
    const test = `!${module.runtime('isMultiple')}(${value}, ${numberLit(multipleOf)})`
    found.push({ test, keyword: 'multipleOf', expected: `a multiple of ${multipleOf}` })
  }
  const asserted = format === undefined ? undefined : numberFormats.get(format)
  if (asserted !== undefined && format !== undefined) {
    found.push({ test: `!${module.runtime(asserted)}(${value})`, keyword: 'format', expected: format })
  }
  return found
}

export function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null
}

function typeOfMember(member: JsonValue, types: readonly JsonType[]): JsonType {
  const type = typeOfValue(member)
  return type === 'integer' && types.includes('number') ? 'number' : type
}

/** `issues, at, 'maxLength', 'at most 3 characters'`: the end of a call that notes a violation. */
export function violation({ keyword, expected }: Condition): string {
  return `${strLit(keyword)}, ${strLit(expected)}`
}
