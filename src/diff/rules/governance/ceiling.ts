import { isAbove } from '../../../contract/annotation/category.js'
import type { Sensitivity } from '../../../contract/model/index.js'

/** Whether a ceiling lets more through than before; undefined when nothing changed. Without one, everything passes. */
export function isCeilingRaised(from: Sensitivity | undefined, to: Sensitivity | undefined): boolean | undefined {
  if (from === to) return undefined
  return to === undefined || (from !== undefined && isAbove(to, from))
}
