import { isAbove } from '../../../contract/annotation/category.js'
import type { Classification, Sensitivity } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'
import type { NodeKind } from '../../edit/node-types.js'
import type { Direction } from '../../report.js'
import type { RuleContext } from '../../rule.js'
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
}

export function classChangeOf(
  edit: Pick<EditOf<NodeKind>, 'from' | 'to' | 'place'>,
  { head }: Pick<RuleContext, 'head'>,
): ClassChange {
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
  }
}

function isHigher(from: Sensitivity | undefined, to: Sensitivity | undefined): boolean {
  return from !== undefined && to !== undefined && isAbove(to, from)
}

/** Logs, traces and audit entries show nothing above `internal`, whoever reads them. */
export function isLogged(value: Classification | undefined): boolean {
  return value?.sensitivity === undefined || !isAbove(value.sensitivity, 'internal')
}
