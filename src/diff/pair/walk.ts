import type { Origin } from '../../contract/model/index.js'
import { child } from '../../util/json-pointer.js'
import type { Comparison, Place } from '../edit/edit.js'
import type { SchemaComparer } from '../schema/compare-schemas.js'

/** What the walks through both versions share. */
export interface Walk extends Comparison {
  readonly schemas: SchemaComparer
}

interface Standing {
  readonly at: Origin
}

/** The place of a pair of nodes below another: one more step of identity, and where both stand. */
export function below(
  place: Place,
  step: string | readonly string[],
  sides: { readonly before?: Standing | undefined; readonly after?: Standing | undefined },
  more: Pick<Place, 'location' | 'direction' | 'operation'> = {},
): Place {
  const { before: _before, after: _after, ...rest } = place
  const pointer = [step].flat().reduce<string>(child, place.pointer)
  return {
    ...rest,
    pointer,
    ...more,
    ...(sides.before && { before: { at: sides.before.at } }),
    ...(sides.after && { after: { at: sides.after.at } }),
  }
}

/** The same place, pointing at the name of the node instead of all of it. */
export function atKey(place: Place): Place {
  const { before, after } = place
  return {
    ...place,
    ...(before && { before: { at: before.at, part: 'key' } }),
    ...(after && { after: { at: after.at, part: 'key' } }),
  }
}
