import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema } from '../../../contract/model/index.js'
import { follow, isReadablePattern } from '../../../contract/schema/index.js'
import { reservedPropertyNames } from '../../plan/reserved.js'
import { toStyle } from '../../plan/words.js'
import { jsonLit, numberLit, strLit } from '../../render/escape.js'
import { indented } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { checkCall, followed, isInline, isUnconstrained } from './constraint.js'
import { counted } from './expected.js'
import { patternTest } from './pattern.js'
import { scalarConditions, violation } from './scalar-conditions.js'

/** Checks of the object `from`. Scalars come before what nests: a union rejects most wrong branches by one of them. */
export function objectLines(schema: Schema, place: CheckPlace): string[] {
  const names = new Set([...(schema.properties?.keys() ?? []), ...(schema.required ?? [])])
  const scalars: string[] = []
  const nested: string[] = []
  for (const name of names) {
    const { lines, isNested } = propertyLines(name, schema, place)
    ;(isNested ? nested : scalars).push(...lines)
  }
  const properties = [...countLines(schema, place), ...scalars, ...dependencyLines(schema, place), ...nested]
  const usesField = properties.some((line) => /^field = /.test(line))
  return [...(usesField ? ['let field: unknown'] : []), ...properties, ...extraLines(schema, place)]
}

/** Reads an own property of `from`. Names that every object inherits are asked for with care. */
export function propertyOf(name: string, place: { readonly scope: CheckPlace['scope'] }): string {
  return reservedPropertyNames.has(name)
    ? `${place.scope.module.runtime('own')}(from, ${strLit(name)})`
    : `from[${strLit(name)}]`
}

/** Pascal case of a name of the contract, for the name of a function. */
export function nameStep(name: string): string {
  const step = toStyle(name, 'pascal')
  return /^[A-Za-z0-9]+$/.test(step) ? step : 'Property'
}

function propertyLines(name: string, schema: Schema, place: CheckPlace): { lines: string[]; isNested: boolean } {
  const { scope, direction, context } = place
  const { module } = scope
  const property = schema.properties?.get(name)
  const key = strLit(name)
  const read = propertyOf(name, place)
  if (property && isLeftOut(property, direction, context.schemas)) {
    // What only goes out must not come in; what only comes in is not written.
    if (direction === 'output') return { lines: [], isNested: false }
    const refusal = `${module.runtime('refuseAt')}(issues, at, ${key}, 'readOnly', 'no value')`
    return { lines: [`if (${read} !== undefined) ok = ${refusal}`], isNested: false }
  }
  const required = schema.required?.includes(name) === true && !place.leftOut.has(name)
  const absent = required ? `ok = ${module.runtime('missing')}(issues, at, ${key})` : undefined
  const target = property && follow(property, context.schemas)
  if (!target || isUnconstrained(target)) {
    return { lines: absent === undefined ? [] : [`if (${read} === undefined) ${absent}`], isNested: false }
  }
  if (isInline(target)) {
    const refusals = scalarConditions(target, 'field', module).map((condition) => ({
      test: condition.test,
      refusal: `ok = ${module.runtime('refuseAt')}(issues, at, ${key}, ${violation(condition)})`,
    }))
    return { lines: [`field = ${read}`, ...scalarChain(refusals, absent)], isNested: false }
  }
  const nestedPlace = { ...place, scope: below(scope, nameStep(name), `.${name}`), leftOut: new Set<string>() }
  const call = checkCall(property, { value: 'field', at: { key }, issues: 'issues' }, nestedPlace)
  const lines =
    absent === undefined
      ? [`if (field !== undefined) ${followed(String(call))}`]
      : [`if (field === undefined) ${absent}`, `else ${followed(String(call))}`]
  return { lines: [`field = ${read}`, ...lines], isNested: true }
}

/** One `if` after the other; a property that may be absent is looked at only when it is there. */
function scalarChain(
  refusals: readonly { readonly test: string; readonly refusal: string }[],
  absent: string | undefined,
): string[] {
  const chain = refusals.map(({ test, refusal }, index) => `${index > 0 ? 'else ' : ''}if (${test}) ${refusal}`)
  if (absent !== undefined) {
    const [first, ...rest] = chain
    return [`if (field === undefined) ${absent}`, ...(first === undefined ? [] : [`else ${first}`, ...rest])]
  }
  const [only, ...others] = refusals
  if (only && others.length === 0) {
    const test = only.test.includes(' || ') ? `(${only.test})` : only.test
    return [`if (field !== undefined && ${test}) ${only.refusal}`]
  }
  return chain.length === 0 ? [] : ['if (field !== undefined) {', ...indented(chain), '}']
}

function countLines(schema: Schema, { scope: { module } }: CheckPlace): string[] {
  const { minProperties, maxProperties } = schema
  const lines: string[] = []
  const add = (operator: string, bound: number, keyword: string, words: 'at least' | 'at most'): void => {
    const refusal = violation({ test: '', keyword, expected: counted(words, bound, 'property') })
    lines.push(`if (count ${operator} ${numberLit(bound)}) ok = ${module.runtime('refuse')}(issues, at, ${refusal})`)
  }
  if (minProperties !== undefined && minProperties > 0) add('<', minProperties, 'minProperties', 'at least')
  if (maxProperties !== undefined) add('>', maxProperties, 'maxProperties', 'at most')
  return lines.length === 0 ? [] : [`const count = ${module.runtime('countOf')}(from)`, ...lines]
}

function dependencyLines(schema: Schema, place: CheckPlace): string[] {
  const { module } = place.scope
  const lines: string[] = []
  for (const [name, needed] of schema.dependentRequired ?? []) {
    const missing = needed
      .filter((other) => !place.leftOut.has(other))
      .map((other) => {
        const noted = `${module.runtime('refuseAt')}(issues, at, ${strLit(other)}, 'dependentRequired', 'a value')`
        return `if (${propertyOf(other, place)} === undefined) ok = ${noted}`
      })
    if (missing.length > 0) lines.push(`if (${propertyOf(name, place)} !== undefined) {`, ...indented(missing), '}')
  }
  for (const [name, dependent] of schema.dependentSchemas ?? []) {
    const scope = below(place.scope, `With${nameStep(name)}`)
    const call = checkCall(dependent, { value: 'value', at: 'at', issues: 'issues' }, { ...place, scope })
    if (call !== undefined) lines.push(`if (${propertyOf(name, place)} !== undefined) ${followed(call)}`)
  }
  return lines
}

/** One walk over the names that are there, for all keywords that ask for it. */
function extraLines(schema: Schema, place: CheckPlace): string[] {
  const { scope, context } = place
  const { module } = scope
  const { additionalProperties, propertyNames, properties } = schema
  const at = { key: `'*'` }
  const below1 = (name: string, step: string): CheckPlace => ({
    ...place,
    scope: below(scope, name, step),
    leftOut: new Set(),
  })
  const lines: string[] = []
  const nameCall = propertyNames && checkCall(propertyNames, { value: 'key', at, issues: 'issues' }, below1('Name', ''))
  if (nameCall !== undefined) lines.push(followed(nameCall))

  const item = { value: 'item', at, issues: 'issues' } as const
  const refusesExtras = additionalProperties && follow(additionalProperties, context.schemas).always === false
  const additionalCall = refusesExtras
    ? `ok = ${module.runtime('refuseAt')}(issues, at, '*', 'additionalProperties', 'no undeclared property')`
    : additionalProperties && checkCall(additionalProperties, item, below1('Value', '.*'))
  const additional = refusesExtras || additionalCall === undefined ? additionalCall : followed(additionalCall)
  const patterns: string[] = []
  let number = 0
  for (const [source, valueSchema] of schema.patternProperties ?? []) {
    number++
    if (
      !isReadablePattern(source) ||
      (additional === undefined && isUnconstrained(follow(valueSchema, context.schemas)))
    )
      continue
    const test = patternTest(source, 'key', module)
    const call = checkCall(valueSchema, item, below1(`Match${number}`, '.*'))
    const inner = [
      ...(additional === undefined ? [] : ['known = true']),
      ...(call === undefined ? [] : [followed(call)]),
    ]
    patterns.push(`if (${test}) {`, ...indented(inner), '}')
  }
  if (additional !== undefined) {
    const declared = [...(properties?.keys() ?? [])]
    const isKnown =
      declared.length === 0
        ? 'false'
        : `${module.constant('declaredNames', 'ReadonlySet<string>', `new Set(${jsonLit(declared)})`)}.has(key)`
    if (patterns.length > 0) lines.push(`let known = ${isKnown}`, ...patterns, `if (!known) ${additional}`)
    else lines.push(isKnown === 'false' ? additional : `if (!${isKnown}) ${additional}`)
  } else lines.push(...patterns)
  if (lines.length === 0) return []
  const [only = '', ...more] = lines
  if (refusesExtras && more.length === 0 && only.startsWith('if (')) {
    // A name is looked up before its value: most are declared.
    const refused = only.replace(/^if \((.*?)\) ok/, 'if ($1 && from[key] !== undefined) ok')
    return [`for (const key of Object.keys(from)) {`, ...indented([refused]), '}']
  }
  const usesItem = lines.some((line) => /\bitem\b/.test(line))
  const start = usesItem
    ? ['const item = from[key]', 'if (item === undefined) continue']
    : ['if (from[key] === undefined) continue']
  return [
    'for (const key of Object.keys(from)) {',
    ...indented([...start, 'if (!ok && issues.full) return false', ...lines]),
    '}',
  ]
}
