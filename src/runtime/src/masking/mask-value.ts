import type { MaskRule } from '../codec/types.js'
import { anything } from '../codec/write/anything.js'
import { quote } from '../codec/write/scalar.js'
import { quotedUsualMask, usualMask } from '../codec/write/usual-mask.js'
import { MaskingError } from '../error/index.js'
import { fullMask } from './strategy/full.js'
import { partialMask } from './strategy/partial.js'
import { regexMask } from './strategy/regex.js'
import type { MaskKeys } from './types.js'

/** Whether masks by this rule are made with the keys of a tenant. */
export function isKeyed({ strategy }: Pick<MaskRule, 'strategy'>): boolean {
  return strategy === 'hash' || strategy === 'tokenize' || strategy === 'encrypt'
}

/**
 * JSON text of a masked value; undefined when it is removed. A text becomes a text. What is no text becomes null, except
 * where its strategy turns everything into a text (`hash`, `tokenize`, `encrypt`). Without keys those hide the value
 * fully. Throws a MaskingError when masking fails: then nothing may be written.
 */
export function maskValue(value: unknown, rule: MaskRule, keys: MaskKeys | undefined): string | undefined {
  if (rule.strategy === 'remove') return undefined
  if (value === null || value === undefined) return 'null'
  try {
    const masked = maskText(value, rule, keys)
    if (masked === usualMask) return quotedUsualMask
    return masked === undefined ? 'null' : quote(masked)
  } catch (cause) {
    throw new MaskingError(rule.field, { cause })
  }
}

function maskText(value: unknown, rule: MaskRule, keys: MaskKeys | undefined): string | undefined {
  const text = typeof value === 'string' ? value : undefined
  switch (rule.strategy) {
    case 'partial':
      return text === undefined ? undefined : partialMask(text, rule)
    case 'regex':
      return text === undefined ? undefined : regexMask(text, rule)
    case 'hash':
      if (keys) return keys.pseudonym(text ?? anything(value), rule.field)
      break
    case 'tokenize':
      if (keys) return keys.token(text ?? anything(value))
      break
    case 'encrypt':
      if (keys) return keys.encrypt(text ?? anything(value), rule.field)
      break
    case 'full':
    case 'remove':
      break
  }
  return text === undefined ? undefined : fullMask(rule)
}
