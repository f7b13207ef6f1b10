import type { Contract, Origin } from '../../contract/model/index.js'
import { shortLabel } from './short-text.js'

/** In the contract's own document the pointer alone. */
export function pointerOf({ document, pointer }: Origin, { at }: Contract): string {
  return shortLabel(document === at.document ? pointer : `${document}#${pointer}`)
}
