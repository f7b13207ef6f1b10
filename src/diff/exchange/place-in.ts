import { isLeftOut } from '../../contract/annotation/index.js'
import type { Contract, Schema } from '../../contract/model/index.js'

/** From a value to one in it: the name of a member, or any item. */
export type Step = string | typeof item
export const item = Symbol('item')

/** A schema with the way to what it describes. */
export interface PlacedSchema {
  readonly path: readonly Step[]
  readonly schema: Schema
}

/** Schemas looked at in one payload: an exchange is to be short. */
const most = 2_000

/**
 * Everything that a payload is made of, the nearest first, each schema once. `direction`: without the members that do not
 * go this way. `seen`: those that have been met before are left out.
 */
export function* placesIn(
  root: Schema,
  { schemas }: Pick<Contract, 'schemas'>,
  direction: 'input' | 'output',
  seen: Set<Schema> = new Set(),
): Generator<PlacedSchema> {
  const pending: PlacedSchema[] = [{ path: [], schema: root }]
  let looked = 0
  for (const place of pending) {
    const { path, schema } = place
    if (seen.has(schema) || ++looked > most) continue
    seen.add(schema)
    yield place
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    for (const same of [...(target ? [target] : []), ...alternativesOf(schema)]) pending.push({ path, schema: same })
    for (const [name, member] of schema.properties ?? [])
      if (!isLeftOut(member, direction, schemas)) pending.push({ path: [...path, name], schema: member })
    for (const part of itemsOf(schema)) pending.push({ path: [...path, item], schema: part })
    if (schema.additionalProperties?.always === undefined && schema.additionalProperties)
      pending.push({ path: [...path, 'a'], schema: schema.additionalProperties })
  }
}

/** Schemas of the very same value. */
function alternativesOf({ allOf = [], anyOf = [], oneOf = [], then, else: otherwise }: Schema): readonly Schema[] {
  return [...allOf, ...anyOf, ...oneOf, ...(then ? [then] : []), ...(otherwise ? [otherwise] : [])]
}

function itemsOf({ prefixItems = [], items }: Schema): readonly Schema[] {
  const [first] = prefixItems
  return first ? [first] : items && items.always === undefined ? [items] : []
}
