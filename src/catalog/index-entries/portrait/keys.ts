import type { Contract, Operation, Schema } from '../../../contract/model/index.js'
import { addressSegmentOf } from '../../../util/path-segment.js'

/** The key of the operation with this id. */
export function operationKey(id: Operation['id']): string {
  return addressSegmentOf(id)
}

/**
 * The key of a schema: its name where it stands among the contract's own, which no other has; otherwise the place where
 * it stands, which begins with a slash or holds a `#`, so that it is nobody's name.
 */
export function schemaKey({ name, at }: Schema, contract: Contract): string {
  const isOwn = at.document === contract.at.document
  if (name !== undefined && isOwn && isPlain(name) && ownPlaces.some((place) => at.pointer === `${place}/${name}`))
    return addressSegmentOf(name)
  return addressSegmentOf(isOwn ? at.pointer : `${at.document}#${at.pointer}`)
}

const ownPlaces = ['/components/schemas', '/definitions']

function isPlain(name: string): boolean {
  return !/[/~#]/.test(name)
}
