import { isArray, isObject, type JsonValue } from '../../../util/own.js'
import type { Schema } from '../../model/index.js'
import type { Look } from './look.js'

/**
 * What of the value is left for the `unevaluatedProperties` or `unevaluatedItems` of a schema: names, or positions. This
 * is decided here and not by the validator, which forgets on the way what depends on the value. Alternatives count where
 * they accept it, which is only asked as long as something is left.
 */
export function unevaluated(start: Look): ReadonlySet<string | number> {
  const { value } = start
  const left = new Set<string | number>(isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : [])
  const seen = new Set<Schema>()
  const pending = [start]
  // What may or may not hold comes last: mostly nothing is left then.
  const uncertain: Look[] = []
  while (left.size > 0) {
    const look = pending.pop() ?? nextThatAccepts(uncertain, seen)
    if (!look) break
    if (seen.has(look.schema)) continue
    seen.add(look.schema)
    for (const one of left) if (isEvaluated(look, look === start, one)) left.delete(one)
    const target = look.target()
    if (target) pending.push(target)
    pending.push(...look.below('allOf'), ...look.below('dependentSchemas'))
    uncertain.push(...look.below('anyOf'), ...look.below('oneOf'))
    if (left.size > 0) pending.push(...conditional(look))
  }
  return left
}

function isEvaluated(look: Look, isStart: boolean, one: string | number): boolean {
  const { schema, value } = look
  if (typeof one === 'string') {
    return Boolean(schema.additionalProperties || (!isStart && schema.unevaluatedProperties) || look.declares(one))
  }
  return Boolean(
    schema.items ||
      (!isStart && schema.unevaluatedItems) ||
      one < (schema.prefixItems?.length ?? 0) ||
      (schema.contains && isArray(value) && look.contains(value[one] as JsonValue)),
  )
}

/** What the condition of a schema brings in for the value. */
export function conditional(look: Look): readonly Look[] {
  const [condition] = look.below('if')
  if (!condition) return []
  return condition.accepts() ? [condition, ...look.below('then')] : look.below('else')
}

function nextThatAccepts(looks: Look[], seen: ReadonlySet<Schema>): Look | undefined {
  for (let look = looks.shift(); look; look = looks.shift()) {
    if (!seen.has(look.schema) && look.accepts()) return look
  }
  return undefined
}
