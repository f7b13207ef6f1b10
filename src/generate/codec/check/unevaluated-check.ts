import type { Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import { indented } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { checkCall, isUnconstrained } from './constraint.js'
import { evaluateLines } from './evaluate.js'

/** `unevaluatedProperties` and `unevaluatedItems`: what no schema that describes the value has said anything about. */
export function unevaluatedLines(schema: Schema, place: CheckPlace): string[] {
  const { unevaluatedProperties, unevaluatedItems } = schema
  const { module } = place.scope
  const { schemas } = place.context
  const rest: string[] = []
  if (unevaluatedProperties && !isUnconstrained(follow(unevaluatedProperties, schemas))) {
    const call = partCall(unevaluatedProperties, 'from[key]', `'*'`, 'unevaluatedProperties', place)
    rest.push(
      `const from = ${module.runtime('record')}(value)`,
      `if (from !== undefined) {`,
      call.includes('from[key]')
        ? `  for (const key of ${module.runtime('unevaluatedNames')}(from, seen)) ${call}`
        : `  if (${module.runtime('unevaluatedNames')}(from, seen).length > 0) ${call}`,
      '}',
    )
  }
  if (unevaluatedItems && !isUnconstrained(follow(unevaluatedItems, schemas))) {
    const call = partCall(unevaluatedItems, 'items[index]', 'index', 'unevaluatedItems', place)
    rest.push(
      'if (Array.isArray(value)) {',
      '  const items: readonly unknown[] = value',
      `  for (const index of ${module.runtime('unevaluatedIndexes')}(items, seen)) ${call}`,
      '}',
    )
  }
  if (rest.length === 0) return []
  const seen = `const seen = ${module.runtime('nothingEvaluated')}()`
  // Only of a value that is right so far is it known what has been evaluated.
  return ['if (ok) {', ...indented([seen, ...evaluateLines(schema, place, { withUnevaluated: false }), ...rest]), '}']
}

function partCall(
  schema: Schema,
  value: string,
  key: string,
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  place: CheckPlace,
): string {
  const { module } = place.scope
  if (follow(schema, place.context.schemas).always === false) {
    const expected = keyword === 'unevaluatedItems' ? 'no further item' : 'no undeclared property'
    return `ok = ${module.runtime('refuseAt')}(issues, at, ${key}, '${keyword}', '${expected}')`
  }
  const args = { value, at: { key }, issues: 'issues' } as const
  const call = checkCall(schema, args, { ...place, scope: below(place.scope, 'Rest'), leftOut: new Set() })
  return `ok = ${call} && ok`
}
