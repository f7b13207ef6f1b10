import { responseSchemas } from '../../contract/annotation/contract-schemas.js'
import type { Contract, Schema } from '../../contract/model/index.js'
import { walk } from '../../contract/schema/index.js'
import type { Schemas } from '../codec/model/facts.js'
import { atomsOf } from './atoms.js'
import type { FieldClass } from './field-class.js'

interface TagContext {
  readonly schemas: Schemas
  readonly isTag: (property: Schema) => boolean
}

/**
 * What a property has of the class of its object. One that tells alternatives apart, or has a single possible value, has
 * none: without it nobody could read the rest, and the names of the members beside it give away as much. Its own class,
 * and that of what it refers to, hold as everywhere.
 */
export function inheritedBy(
  property: readonly Schema[],
  held: FieldClass | undefined,
  { schemas, isTag }: TagContext,
): FieldClass | undefined {
  const tells = property.some(isTag) || atomsOf(property, schemas).some((atom) => atom.enum?.length === 1)
  return tells ? undefined : held
}

const known = new WeakMap<Contract, ReadonlySet<Schema>>()

/** Whether a property is the discriminator of a union. Looked up when first asked: most contracts hide nothing. */
export function tagsOf(contract: Contract): (property: Schema) => boolean {
  return (property) => discriminatorProperties(contract).has(property)
}

export function discriminatorProperties(contract: Contract): ReadonlySet<Schema> {
  let tags = known.get(contract)
  if (!tags) known.set(contract, (tags = findProperties(contract)))
  return tags
}

function findProperties(contract: Contract): ReadonlySet<Schema> {
  const { schemas } = contract
  const tags = new Set<Schema>()
  const visit = (schema: Schema): void => {
    const { discriminator } = schema
    if (!discriminator) return
    const ids = [
      ...discriminator.mapping.values(),
      ...(discriminator.default === undefined ? [] : [discriminator.default]),
    ]
    const targets = ids.flatMap((id) => schemas.get(id) ?? [])
    for (const alternative of [schema, ...targets, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
      for (const { properties } of atomsOf([alternative], schemas)) {
        const property = properties?.get(discriminator.propertyName)
        if (property) tags.add(property)
      }
    }
  }
  for (const root of [...schemas.values(), ...contract.operations.flatMap(responseSchemas)]) walk(root, visit)
  return tags
}
