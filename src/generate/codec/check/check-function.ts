import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema, SchemaId } from '../../../contract/model/index.js'
import { atomsOf } from '../../masking/atoms.js'
import { indented, parameterNames } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { arrayLines } from './array-check.js'
import { compositionLines } from './composition-check.js'
import { checkCall, constrainsArrays, constrainsObjects, followed } from './constraint.js'
import { expectedTypes } from './expected.js'
import { objectLines } from './object-check.js'
import { scalarConditions, violation } from './scalar-conditions.js'
import { unevaluatedLines } from './unevaluated-check.js'

/**
 * The function that checks one schema. Whatever holds for the value as a whole comes first; properties and items follow,
 * then the schemas that are joined to this one.
 */
export function checkFunction(
  declaration: string,
  schema: Schema,
  id: SchemaId | undefined,
  outer: CheckPlace,
): readonly string[] {
  const place = { ...outer, leftOut: leftOutOf(schema, outer) }
  const { module } = place.scope
  const body: string[] = []
  if (id !== undefined && place.context.facts.isRecursive(id)) {
    body.push(`if (${module.runtime('isTooDeep')}(at)) return ${module.runtime('tooDeep')}(issues, at)`)
  }
  body.push(
    ...scalarLines(schema, place),
    ...structureLines('object', schema, place),
    ...structureLines('array', schema, place),
    ...joinedLines(schema, place),
    ...compositionLines(schema, place),
    ...unevaluatedLines(schema, place),
  )
  const changes = body.some((line) => /\bok = /.test(line))
  const [path, issues] = [module.runtimeType('Path'), module.runtimeType('Issues')]
  const name = parameterNames(body)
  return [
    `${declaration}(${name('value')}: unknown, ${name('at')}: ${path} | undefined, ${name('issues')}: ${issues}): boolean {`,
    ...indented(changes ? ['let ok = true', ...body, 'return ok'] : [...body, 'return true']),
    '}',
  ]
}

/** Names that this direction leaves out; whoever says so, nobody who describes the same value can require them. */
function leftOutOf(schema: Schema, { leftOut, direction, context }: CheckPlace): ReadonlySet<string> {
  if (!context.facts.variesByDirection(schema)) return leftOut
  const all = new Set(leftOut)
  for (const { properties } of atomsOf([schema], context.schemas)) {
    for (const [name, property] of properties ?? []) {
      if (isLeftOut(property, direction, context.schemas)) all.add(name)
    }
  }
  return all
}

/** Type and values end the check; of the other keywords each violation is noted. */
function scalarLines(schema: Schema, { scope: { module } }: CheckPlace): string[] {
  const structure = structuralType(schema)
  return scalarConditions(schema, 'value', module).flatMap((condition) => {
    if (condition.keyword === 'type' && structure !== undefined) return []
    const refusal = `${module.runtime('refuse')}(issues, at, ${violation(condition)})`
    const ends = ['type', 'enum', 'const'].includes(condition.keyword)
    return [ends ? `if (${condition.test}) return ${refusal}` : `if (${condition.test}) ok = ${refusal}`]
  })
}

/** The one type of a schema whose block tests the type by itself. */
function structuralType(schema: Schema): 'object' | 'array' | undefined {
  const [only, ...others] = schema.types ?? []
  if (others.length > 0) return undefined
  if (only === 'object' && constrainsObjects(schema)) return only
  return only === 'array' && constrainsArrays(schema) ? only : undefined
}

function structureLines(type: 'object' | 'array', schema: Schema, place: CheckPlace): string[] {
  const constrained = type === 'object' ? constrainsObjects(schema) : constrainsArrays(schema)
  if (!constrained || (schema.types && !schema.types.includes(type))) return []
  const { module } = place.scope
  const lines = type === 'object' ? objectLines(schema, place) : arrayLines(schema, place)
  const only = structuralType(schema) === type
  const refusal = only ? `return ${module.runtime('refuse')}(issues, at, 'type', '${expectedTypes([type])}')` : ''
  if (type === 'array') {
    const named = 'const items: readonly unknown[] = value'
    if (only) return [`if (!Array.isArray(value)) ${refusal}`, ...(lines.length > 0 ? [named, ...lines] : [])]
    return lines.length === 0 ? [] : ['if (Array.isArray(value)) {', ...indented([named, ...lines]), '}']
  }
  if (only && lines.length === 0) return [`if (${module.runtime('record')}(value) === undefined) ${refusal}`]
  if (lines.length === 0) return []
  const named = `const from = ${module.runtime('record')}(value)`
  if (only) return [named, `if (from === undefined) ${refusal}`, ...lines]
  return [named, 'if (from !== undefined) {', ...indented(lines), '}']
}

/** `$ref` beside other keywords, and `allOf`. */
function joinedLines(schema: Schema, place: CheckPlace): string[] {
  const args = { value: 'value', at: 'at', issues: 'issues' } as const
  const calls = (schema.allOf ?? []).map((part, index) =>
    checkCall(part, args, { ...place, scope: below(place.scope, `Part${index + 1}`) }),
  )
  const target = schema.ref === undefined ? undefined : place.context.schemas.get(schema.ref)
  const referred = target && checkCall(target, args, { ...place, leftOut: new Set() })
  return [referred, ...calls].flatMap((call) => (call === undefined ? [] : [followed(call)]))
}
