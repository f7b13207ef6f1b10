import type { Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import { jsonLit } from '../../render/escape.js'
import { indented, parameterNames } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { checkCall, hasAny } from './constraint.js'
import { nameStep, propertyOf } from './object-check.js'
import { patternTest } from './pattern.js'

/** The function that notes what a schema evaluates of a value that it accepts. */
export function evaluateFunction(declaration: string, schema: Schema, place: CheckPlace): readonly string[] {
  const [path, seen] = [place.scope.module.runtimeType('Path'), place.scope.module.runtimeType('Evaluated')]
  const body = evaluateLines(schema, place, { withUnevaluated: true })
  const name = parameterNames(body)
  return [
    `${declaration}(${name('value')}: unknown, ${name('at')}: ${path} | undefined, ${name('seen')}: ${seen}): void {`,
    ...indented(body),
    '}',
  ]
}

/** Notes into `seen` what the schema and those joined to it evaluate of `value`. */
export function evaluateLines(
  schema: Schema,
  place: CheckPlace,
  { withUnevaluated }: { readonly withUnevaluated: boolean },
): string[] {
  const target = schema.ref === undefined ? undefined : place.context.schemas.get(schema.ref)
  return [
    ...objectLines(schema, place, withUnevaluated),
    ...arrayLines(schema, place, withUnevaluated),
    ...(target ? noted(target, place, 'Target') : []),
    ...(schema.allOf ?? []).flatMap((part, index) => noted(part, place, `Part${index + 1}`)),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((branch, index) =>
      whenValid(branch, place, `Option${index + 1}`),
    ),
    ...conditionLines(schema, place),
    ...dependentLines(schema, place),
  ]
}

const evaluating = [
  ...(['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'] as const),
  ...(['prefixItems', 'items', 'contains', 'unevaluatedItems', 'ref', 'allOf', 'anyOf', 'oneOf', 'if'] as const),
  'dependentSchemas',
] as const

function noted(schema: Schema, place: CheckPlace, name: string): string[] {
  const target = follow(schema, place.context.schemas)
  if (!hasAny(target, evaluating)) return []
  return [`${place.context.evaluate(target, place.direction, below(place.scope, name))}(value, at, seen)`]
}

function whenValid(schema: Schema, place: CheckPlace, name: string): string[] {
  const lines = noted(schema, place, name)
  const call = silentCall(schema, 'value', place, name)
  return lines.length === 0 || call === undefined ? lines : [`if (${call}) ${lines.join('')}`]
}

function silentCall(schema: Schema, value: string, place: CheckPlace, name: string): string | undefined {
  const args = { value, at: 'at', issues: 'silent' } as const
  return checkCall(schema, args, { ...place, scope: below(place.scope, name), leftOut: new Set() })
}

function objectLines(schema: Schema, place: CheckPlace, withUnevaluated: boolean): string[] {
  const { properties, patternProperties } = schema
  const { module } = place.scope
  if (schema.additionalProperties || (withUnevaluated && schema.unevaluatedProperties)) return ['seen.allNames = true']
  const tests: string[] = []
  if (properties && properties.size > 0) {
    tests.push(
      `${module.constant('declaredNames', 'ReadonlySet<string>', `new Set(${jsonLit([...properties.keys()])})`)}.has(key)`,
    )
  }
  for (const source of patternProperties?.keys() ?? []) {
    const test = patternTest(source, 'key', module)
    if (test !== undefined) tests.push(test)
  }
  if (tests.length === 0) return []
  const keys = `Object.keys(${module.runtime('record')}(value) ?? {})`
  return [`for (const key of ${keys}) if (${tests.join(' || ')}) seen.names.add(key)`]
}

function arrayLines(schema: Schema, place: CheckPlace, withUnevaluated: boolean): string[] {
  const { prefixItems = [], items, contains } = schema
  if (items || (withUnevaluated && schema.unevaluatedItems)) return ['seen.allIndexes = true']
  const lines =
    prefixItems.length === 0
      ? []
      : [`for (let index = 0; index < ${prefixItems.length}; index++) seen.indexes.add(index)`]
  if (contains) {
    const call = silentCall(contains, 'item', place, 'Contained') ?? 'true'
    const loop = `for (const [index, item] of (value as readonly unknown[]).entries()) if (${call}) seen.indexes.add(index)`
    lines.push('if (Array.isArray(value)) {', `  ${loop}`, '}')
  }
  return lines
}

function conditionLines(schema: Schema, place: CheckPlace): string[] {
  if (!schema.if) return []
  const test = silentCall(schema.if, 'value', place, 'If')
  const whenTrue = [...noted(schema.if, place, 'If'), ...(schema.then ? noted(schema.then, place, 'Then') : [])]
  const whenFalse = schema.else ? noted(schema.else, place, 'Else') : []
  if (test === undefined) return whenTrue
  return [
    ...(whenTrue.length > 0 ? [`if (${test}) {`, ...indented(whenTrue), '}'] : []),
    ...(whenFalse.length > 0 ? [`if (!${test}) {`, ...indented(whenFalse), '}'] : []),
  ]
}

function dependentLines(schema: Schema, place: CheckPlace): string[] {
  const lines = [...(schema.dependentSchemas ?? [])].flatMap(([name, dependent]) => {
    const inner = noted(dependent, place, `With${nameStep(name)}`)
    return inner.length === 0
      ? []
      : [`if (from !== undefined && ${propertyOf(name, place)} !== undefined) ${inner.join('')}`]
  })
  if (lines.length === 0) return []
  return ['{', `  const from = ${place.scope.module.runtime('record')}(value)`, ...indented(lines), '}']
}
