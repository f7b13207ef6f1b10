import { isAbove } from '../../../contract/annotation/category.js'
import type { Classification, Sensitivity } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'
import type { NodeKind } from '../../edit/node-types.js'
import { lostAt } from '../../pair/walk-governance.js'
import type { Direction } from '../../report.js'
import type { Judgement, RuleContext } from '../../rule.js'
import { compareSight, type Sight } from './sight.js'
import { subjectOf } from './subject.js'
import { word } from './word.js'

/** What became of the class that holds in a place. */
export interface ClassChange {
  readonly from: Classification | undefined
  readonly to: Classification | undefined
  readonly subject: string
  /** Whom masking hits: only answers are masked by the caller's clearance. */
  readonly sight: Sight
  readonly direction: Direction | undefined
  /** By sensitivity; of equals, by who sees it. */
  readonly isRaised: boolean
  readonly isLowered: boolean
  /** Where to point, in place of where the edit is. */
  readonly at: Pick<Judgement, 'before' | 'after'>
}

type ClassEdit = Pick<EditOf<NodeKind>, 'from' | 'to' | 'place'>
type Versions = Pick<RuleContext, 'base' | 'head'>

export function classChangeOf(edit: ClassEdit, { base, head }: Versions): ClassChange {
  const [from, to] = [word<Classification>(edit.from), word<Classification>(edit.to)]
  const { direction } = edit.place
  const isAnswer = direction === 'response' || direction === undefined
  const sight = isAnswer ? compareSight(from, to, head.dataPolicy) : { lost: undefined, won: undefined }
  const isSame = from?.sensitivity === to?.sensitivity || !from?.sensitivity || !to?.sensitivity
  return {
    from,
    to,
    subject: subjectOf(edit),
    sight,
    direction,
    isRaised: isHigher(from?.sensitivity, to?.sensitivity) || (isSame && sight.lost !== undefined),
    isLowered: isHigher(to?.sensitivity, from?.sensitivity) || (isSame && sight.won !== undefined),
    at: placesOf(edit, { base, head }),
  }
}

function isHigher(from: Sensitivity | undefined, to: Sensitivity | undefined): boolean {
  return from !== undefined && to !== undefined && isAbove(to, from)
}

/**
 * Where to point when one side has no word: for a word that many places inherit, at where it would stand, so that all
 * of them are one finding.
 */
function placesOf({ from, to }: ClassEdit, { base, head }: Versions): Pick<Judgement, 'before' | 'after'> {
  const before = from === undefined ? lostAt(to, { from: head, in: base }) : undefined
  const after = to === undefined ? lostAt(from, { from: base, in: head }) : undefined
  return { ...(before && { before }), ...(after && { after }) }
}

/** Logs, traces and audit entries show nothing above `internal`, whoever reads them. */
export function isLogged(value: Classification | undefined): boolean {
  return value?.sensitivity === undefined || !isAbove(value.sensitivity, 'internal')
}
