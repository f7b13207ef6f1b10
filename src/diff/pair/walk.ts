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
  // Called for every node of both versions: fields are set one by one instead of spread.
  const { reaches, wire } = place
  const { location = place.location, direction = place.direction, operation = place.operation } = more
  const found: { -readonly [Field in keyof Place]: Place[Field] } = {
    pointer: typeof step === 'string' ? child(place.pointer, step) : step.reduce<string>(child, place.pointer),
  }
  if (location !== undefined) found.location = location
  if (direction) found.direction = direction
  if (operation) found.operation = operation
  if (reaches) found.reaches = reaches
  if (wire) found.wire = wire
  if (sides.before) found.before = { at: sides.before.at }
  if (sides.after) found.after = { at: sides.after.at }
  return found
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
