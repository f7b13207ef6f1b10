import { parentOf, tokensOf } from '../../../util/json-pointer.js'
import type { EditOf, SpanPlace } from '../../edit/edit.js'
import type { NodeKind } from '../../edit/node-types.js'
import type { Judgement } from '../../rule.js'

/** Points at the node instead of at its field: several edits of one node are one finding then. */
export function ofNode({
  place,
  field,
}: Pick<EditOf<NodeKind>, 'place' | 'field'>): Pick<Judgement, 'before' | 'after'> {
  const [before, after] = [place.before, place.after].map((side) => side && up(side, field))
  return { ...(before && { before }), ...(after && { after }) }
}

function up({ at: { document, pointer } }: SpanPlace, field: string | undefined): SpanPlace {
  const isField = tokensOf(pointer).at(-1) === field
  return { at: { document, pointer: isField ? parentOf(pointer) : pointer }, part: 'key' }
}
