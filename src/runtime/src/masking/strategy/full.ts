import type { MaskRule } from '../../codec/types.js'
import { usualMask } from '../../codec/write/usual-mask.js'

/** Always as long as this, so that nothing is said about the length of what it hides. */
const { length } = usualMask

/** `****`: what stands for the hidden part of a text. */
export function hiddenPart({ maskChar }: MaskRule): string {
  if (maskChar === undefined) return usualMask
  const [character = '*'] = maskChar
  return character.repeat(length)
}

/** The whole text hidden. */
export function fullMask(rule: MaskRule): string {
  return rule.replacement ?? hiddenPart(rule)
}
