import { child } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../../util/own.js'
import { conditional, unevaluated } from './evaluated.js'
import type { Look } from './look.js'

/**
 * The first member of a value that its schema does not declare, as a JSON Pointer: what a producing side does not send.
 * The schema accepts the value. At each object, all schemas that judge it are read together: when one of them declares
 * properties, and none says what else there may be, only members count as declared that one of them names. Where
 * alternatives can be chosen so that nothing is declared, the object is a map of any names.
 */
export function findUndeclared(start: Look): string | undefined {
  const pending: { readonly looks: readonly Look[]; readonly value: JsonValue; readonly pointer: string }[] = [
    { looks: [start], value: start.value, pointer: '' },
  ]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { looks, value, pointer } = next
    if (looks.length === 0 || !(isArray(value) || isObject(value))) continue
    const together = allThatJudge(looks)
    if (isObject(value) && !looks.every((look) => isFreeForm(look))) {
      const extra = Object.keys(value).find((name) => !isDeclared(together, name))
      if (extra !== undefined) return child(pointer, extra)
    }
    const keys = isArray(value) ? [...value.keys()] : Object.keys(value)
    for (const key of keys.reverse()) {
      const below = isArray(value) ? value[Number(key)] : own(value, String(key))
      if (typeof below !== 'object' || below === null) continue
      pending.push({ looks: partsOf(together, key), value: below, pointer: child(pointer, key) })
    }
  }
  return undefined
}

/** These and what in them judges the same value: of alternatives those that accept it. */
function allThatJudge(looks: readonly Look[]): readonly Look[] {
  const found: Look[] = []
  const seen = new Map<Look['schema'], Look['scope'][]>()
  const pending = [...looks]
  for (let look = pending.pop(); look; look = pending.pop()) {
    const scopes = seen.get(look.schema) ?? []
    if (scopes.includes(look.scope)) continue
    seen.set(look.schema, [...scopes, look.scope])
    found.push(look)
    const target = look.target()
    if (target) pending.push(target)
    pending.push(...look.below('allOf'), ...look.below('dependentSchemas'))
    pending.push(...[...look.below('anyOf'), ...look.below('oneOf')].filter((one) => one.accepts()))
    pending.push(...conditional(look))
  }
  return found
}

function isDeclared(together: readonly Look[], name: string): boolean {
  if (!together.some(({ schema }) => hasProperties(schema))) return true
  return together.some((look) => {
    const { schema, scope } = look
    return Boolean(
      schema.additionalProperties ||
        (schema.patternProperties?.size ?? 0) > 0 ||
        schema.unevaluatedProperties ||
        look.declares(name) ||
        (schema.required?.includes(name) === true && !scope.leftOut.has(name)),
    )
  })
}

/** Whether alternatives that accept the value can be chosen so that none declares properties. */
function isFreeForm(look: Look, known = new Map<Look['schema'], boolean>()): boolean {
  const found = known.get(look.schema)
  if (found !== undefined) return found
  // What comes back to itself adds nothing.
  known.set(look.schema, true)
  const inner = (one: Look) => isFreeForm(one, known)
  const chosen = (branches: readonly Look[]) =>
    branches.length === 0 || branches.some((branch) => inner(branch) && branch.accepts())
  const target = look.target()
  const together = [...(target ? [target] : []), ...look.below('allOf'), ...look.below('dependentSchemas')]
  const isFree =
    !hasProperties(look.schema) &&
    [...together, ...conditional(look)].every(inner) &&
    chosen(look.below('anyOf')) &&
    chosen(look.below('oneOf'))
  known.set(look.schema, isFree)
  return isFree
}

function hasProperties({ properties }: Look['schema']): boolean {
  return properties !== undefined && properties.size > 0
}

function partsOf(together: readonly Look[], key: string | number): readonly Look[] {
  return together.flatMap((look) => {
    const { unevaluatedProperties, unevaluatedItems } = look.schema
    const [role, rest] =
      typeof key === 'string'
        ? (['unevaluatedProperties', unevaluatedProperties] as const)
        : (['unevaluatedItems', unevaluatedItems] as const)
    const parts = look.parts(key)
    return rest && unevaluated(look).has(key) ? [...parts, look.part(role, rest, key)] : parts
  })
}
