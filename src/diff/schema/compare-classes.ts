import { isAbove } from '../../contract/annotation/category.js'
import type { Annotated, Classification, Schema } from '../../contract/model/index.js'
import { changesOf } from '../edit/compare-node.js'
import type { Classes } from './classes.js'
import { placeOf, type Sides } from './compare-keywords.js'
import type { LocalEdit } from './local-edit.js'
import type { Part } from './parts.js'

/**
 * What becomes of the class of a value: of what is said in its place, else of what contains it. Where both versions only
 * inherit, the container has an edit of its own.
 */
export function compareClasses(sides: Sides, classes: Classes): readonly LocalEdit[] {
  const [said, says] = [deciding(sides.before, classes.before), deciding(sides.after, classes.after)]
  if (!said && !says) return []
  const [before, after] = [said ?? placeOf(sides.before), says ?? placeOf(sides.after)]
  return changesOf('annotated', classes.before(before.schema), classes.after(after.schema)).map((change) => ({
    field: 'classification' as const,
    change,
    before,
    after,
    made: change.to,
    takenBack: change.from,
  }))
}

type ClassOf = (schema: Schema) => Annotated<Classification> | undefined

/**
 * The part whose word counts: the most sensitive one, unless the place itself says why it is less there. Undefined when
 * nobody says anything here.
 */
function deciding(parts: readonly Part[], classOf: ClassOf): Part | undefined {
  const [first] = parts
  if (first?.schema.classification?.value.override) return first
  return parts.reduce<Part | undefined>((held, part) => {
    if (!part.schema.classification) return held
    return held && !isMoreSensitive(classOf(part.schema), classOf(held.schema)) ? held : part
  }, undefined)
}

function isMoreSensitive(
  one: Annotated<Classification> | undefined,
  other: Annotated<Classification> | undefined,
): boolean {
  const [sensitivity, limit] = [one?.value.sensitivity, other?.value.sensitivity]
  return sensitivity !== undefined && (limit === undefined || isAbove(sensitivity, limit))
}
