import type { Residency } from '../../../contract/model/index.js'
import { word } from './word.js'

/** From what binds least. */
const order: readonly Residency['mode'][] = ['any', 'preferred', 'strict']

/** Whether data is bound to its regions less than before; undefined when nothing changed. */
export function residencyModeOf(
  from: unknown,
  to: unknown,
): { readonly from: string; readonly to: string; readonly isWeaker: boolean } | undefined {
  const [before, after] = [word<Residency>(from)?.mode, word<Residency>(to)?.mode]
  if (!before || !after || before === after) return undefined
  return { from: before, to: after, isWeaker: order.indexOf(after) < order.indexOf(before) }
}
