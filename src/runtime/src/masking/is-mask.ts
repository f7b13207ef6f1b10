import type { MaskRule } from '../codec/types.js'
import { fullMask, hiddenPart } from './strategy/full.js'
import { keptCharacters, partialKind } from './strategy/partial.js'

const shapes = new WeakMap<MaskRule, readonly RegExp[]>()

/**
 * Whether a text is what the mask of this very field makes of some value: then somebody who saw the mask sends it back,
 * and it would take the place of the value. Only shapes that the rule can produce count, so that no other value is taken
 * for a mask. A mask that is null or nothing cannot be told from a value that is not there.
 */
export function isMask(text: string, rule: MaskRule): boolean {
  let known = shapes.get(rule)
  if (!known) shapes.set(rule, (known = shapesOf(rule)))
  return known.some((shape) => shape.test(text))
}

function shapesOf(rule: MaskRule): readonly RegExp[] {
  // Every strategy falls back to the full mask, except the one that leaves nothing behind.
  const whole = rule.strategy === 'remove' ? '' : fullMask(rule)
  const own = ownShape(rule)
  return [...(whole === '' ? [] : [literally(whole)]), ...(own === undefined ? [] : [own])].map(
    (source) => new RegExp(`^(?:${source})$`, 'su'),
  )
}

const base64url = '[A-Za-z0-9_-]'

function ownShape(rule: MaskRule): string | undefined {
  switch (rule.strategy) {
    case 'partial':
      return partialShape(rule)
    case 'regex':
      return regexShape(rule)
    case 'hash':
      return `psn_${base64url}{1,64}\\.${base64url}{32}`
    case 'tokenize':
      return `tok_${base64url}{1,64}\\.${base64url}{32}`
    case 'encrypt':
      return `tk1\\.${base64url}{1,64}\\.${base64url}{16}\\.${base64url}{22,}`
    case 'full':
    case 'remove':
      return undefined
  }
}

function partialShape(rule: MaskRule): string {
  const hidden = literally(hiddenPart(rule))
  const keep = keptCharacters(rule)
  switch (partialKind(rule)) {
    case 'email':
      return `.?${hidden}(?:@(?:[^@]+|${hidden}\\.[^@.]+))?`
    case 'card':
    case 'phone':
      return `${hidden}[0-9]{${keep}}`
    case 'iban':
      return `[A-Za-z]{2}${hidden}[A-Za-z0-9]{${keep}}`
    case 'text':
      return `${hidden}.{${keep}}`
  }
}

/** Only where what stands for the hidden part is no text that people write: `****`, but not `X`. */
function regexShape(rule: MaskRule): string | undefined {
  const mark = rule.replacement ?? hiddenPart(rule)
  return /^[^\p{L}\p{N}\s]{3,}$/u.test(mark) ? `.*${literally(mark)}.*` : undefined
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '\\x2d' : `\\${character}`))
}
