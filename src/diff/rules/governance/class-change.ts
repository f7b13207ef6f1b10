import { isAbove } from '../../../contract/annotation/category.js'
import { requestSchemas, responseSchemas } from '../../../contract/annotation/contract-schemas.js'
import type { Annotated, Classification, Contract, Sensitivity } from '../../../contract/model/index.js'
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
  /** Sensitivity and category are told by the schemas that they were handed down to. */
  readonly isSpokenFor: boolean
  /** Where to point, in place of where the edit is. */
  readonly at: Pick<Judgement, 'before' | 'after'>
}

type ClassEdit = Pick<EditOf<NodeKind>, 'node' | 'from' | 'to' | 'place'>
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
    isSpokenFor: isSpokenFor(edit, { base, head }),
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

/**
 * Whether the class of an operation is only the default of the document, which its schemas have been handed: then they
 * speak for it.
 */
function isSpokenFor({ node, from, to, place }: ClassEdit, { base, head }: Versions): boolean {
  if (node !== 'governance') return false
  const operation = place.operation?.after ?? place.operation?.before
  const isDefault = (side: unknown, contract: Contract) =>
    side === undefined || (side as Annotated<unknown>).at === contract.governance.classification?.at
  if (!operation || !isDefault(from, base) || !isDefault(to, head)) return false
  return requestSchemas(operation).length + responseSchemas(operation).length > 0
}

/** Logs, traces and audit entries show nothing above `internal`, whoever reads them. */
export function isLogged(value: Classification | undefined): boolean {
  return value?.sensitivity === undefined || !isAbove(value.sensitivity, 'internal')
}
