import { RequestError } from '../error/index.js'
import { flatten } from './flat.js'
import { notWritable } from './issue.js'
import type { WireHeader, WireParameter } from './types.js'

/**
 * One header in the style simple; undefined where there is nothing to send. Headers are not percent-encoded, so an item
 * must not contain what separates items. Throws a RequestError.
 */
export function encodeHeader(header: WireHeader | WireParameter, value: unknown): string | undefined {
  const { name, shape, explode = false } = header
  const target = { place: 'header', name } as const
  const flat = flatten(value, shape, target)
  if (!flat) return undefined
  if (flat.kind === 'text') return headerValue(name, flat.text)
  const texts = flat.kind === 'list' ? flat.items : flat.pairs.flat()
  const split = flat.kind === 'pairs' && explode ? /[,=]/ : /,/
  if (texts.some((text) => split.test(text)))
    throw notWritable(target, 'without its delimiter in an item (style simple)')
  if (flat.kind === 'list') return headerValue(name, flat.items.join(','))
  return headerValue(name, flat.pairs.map(([key, text]) => `${key}${explode ? '=' : ','}${text}`).join(','))
}

/** Gives the value back, or throws a RequestError: CR, LF, NUL and other controls would end or split the header (RFC 9110, section 5.5). */
export function headerValue(name: string, value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new RequestError('TK7105', `the value of \`${headerName(name)}\` must be text of one line in Latin 1`)
  }
  return value
}

/** Gives the name back, or throws a RequestError (RFC 9110, section 5.1). */
export function headerName(name: string): string {
  if (!isToken(name)) throw new RequestError('TK7105', 'the name of a header must be a token')
  return name
}

/** RFC 9110, section 5.6.2. */
export function isToken(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text)
}
