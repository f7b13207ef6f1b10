import type { Classification, Masking } from '../../../contract/model/index.js'
import { sameData } from '../../../util/same-data.js'
import type { EditOf } from '../../edit/edit.js'
import type { NodeKind } from '../../edit/node-types.js'
import type { RuleContext } from '../../rule.js'
import { isEverMasked } from './sight.js'
import { word } from './word.js'

/**
 * How much a strategy hides. Nothing is left of a value by `full` and `remove`; `hash`, `tokenize` and `encrypt` leave
 * something to compare, or to open with a key; `partial` and `regex` leave a part of the value itself.
 */
const strength: Readonly<Record<Masking['strategy'], number>> = {
  full: 2,
  remove: 2,
  hash: 1,
  tokenize: 1,
  encrypt: 1,
  partial: 0,
  regex: 0,
}

/** What became of the mask of a value. */
export interface MaskChange {
  readonly kind: 'weakened' | 'changed' | 'strengthened'
  readonly from: string
  readonly to: string
  /** What differs besides the strategy: `pattern`. */
  readonly aspects: readonly string[]
  /** False: the value is shown to everybody on both sides, so the mask is only a word. */
  readonly isInUse: boolean
}

export function maskChangeOf(
  edit: Pick<EditOf<NodeKind>, 'from' | 'to'>,
  { base, head }: RuleContext,
): MaskChange | undefined {
  const [before, after] = [word<Classification>(edit.from), word<Classification>(edit.to)]
  if (!before || !after || sameData(before.masking, after.masking)) return undefined
  const [from, to] = [before.masking ?? fully, after.masking ?? fully]
  if (sameData(from, to)) return undefined
  const isInUse = isEverMasked(before, base.dataPolicy) && isEverMasked(after, head.dataPolicy)
  const aspects = details.filter((aspect) => from[aspect] !== to[aspect])
  return { kind: kindOf(from, to), from: describeMask(from), to: describeMask(to), aspects, isInUse }
}

const details = ['keep', 'pattern', 'replacement', 'maskChar', 'resultSensitivity'] as const

/** What is masked without a word about how. */
const fully: Masking = { strategy: 'full' }

function kindOf(from: Masking, to: Masking): MaskChange['kind'] {
  const rise = strength[to.strategy] - strength[from.strategy]
  if (rise !== 0) return rise < 0 ? 'weakened' : 'strengthened'
  if (from.strategy !== 'partial' || to.strategy !== 'partial') return 'changed'
  if (from.keep === to.keep || from.keep === undefined || to.keep === undefined) return 'changed'
  return to.keep > from.keep ? 'weakened' : 'strengthened'
}

/** With what tells two masks of one strategy apart. Patterns are contract text and stay where they are. */
function describeMask({ strategy, keep }: Masking): string {
  return keep === undefined ? `\`${strategy}\`` : `\`${strategy}\` (keeps ${keep})`
}
