import type { JsonValue } from '../../../util/own.js'
import { own } from '../../../util/own.js'
import type { Schema, SchemaId } from '../../model/index.js'
import { follow } from '../resolve.js'
import type { Spot } from './spot.js'

/**
 * What of an alternative is enough to refuse the values: the one member whose text is not among those that it must be.
 * Most choices of many objects have such a tag, and compiling all of each takes time that says nothing more. Undefined:
 * there is no such member.
 */
export function refusingTag(
  alternative: Schema,
  { objects, values }: Pick<Spot, 'objects' | 'values'>,
  leftOut: ReadonlySet<string>,
  schemas: ReadonlyMap<SchemaId, Schema>,
): Schema | undefined {
  const { at, properties } = alternative
  if (!properties || objects.length === 0 || objects.length < values.length) return undefined
  for (const [name, member] of properties) {
    const { enum: allowed } = follow(member, schemas)
    if (!allowed || leftOut.has(name)) continue
    const isRefused = (value: JsonValue | undefined) => typeof value === 'string' && !allowed.includes(value)
    if (objects.every((object) => isRefused(own(object, name))))
      return { kind: 'schema', at, properties: new Map([[name, member]]) }
  }
  return undefined
}
