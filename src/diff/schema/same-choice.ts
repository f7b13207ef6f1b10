import type { Schema, SchemaId } from '../../contract/model/index.js'
import type { SameMeaning } from './compare-place.js'
import type { LocalEdit } from './local-edit.js'

type Schemas = ReadonlyMap<SchemaId, Schema>

/**
 * Whether a discriminator only names its alternatives in another way: they were renamed, or went to files of their own.
 * The values that choose must be the same, and what they choose must mean the same.
 */
export function isSameChoice(
  { field, before, after }: LocalEdit,
  schemas: { readonly before: Schemas; readonly after: Schemas },
  sameMeaning: SameMeaning,
): boolean {
  const [was, is] = [before.schema.discriminator, after.schema.discriminator]
  if (field !== 'discriminator' || !was || !is || was.propertyName !== is.propertyName) return false
  if (was.mapping.size !== is.mapping.size) return false
  return (
    sameTarget(was.default, is.default) &&
    [...was.mapping].every(([value, id]) => sameTarget(id, is.mapping.get(value)))
  )

  function sameTarget(one: SchemaId | undefined, other: SchemaId | undefined): boolean {
    if (one === undefined || other === undefined) return one === other
    const [target, partner] = [schemas.before.get(one), schemas.after.get(other)]
    return target !== undefined && partner !== undefined && sameMeaning(target, partner)
  }
}
