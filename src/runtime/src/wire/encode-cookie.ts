import { flatten, join } from './flat.js'
import { notWritable } from './issue.js'
import { type Escape, escapeText } from './percent.js'
import { own } from './record.js'
import type { WireParameter } from './types.js'

/** Value of the `Cookie` header (RFC 6265, section 4.2.1), without the style `form` unencoded; undefined when there is none. */
export function encodeCookies(
  parameters: readonly WireParameter[],
  values: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const pairs = parameters
    .filter((parameter) => parameter.in === 'cookie')
    .flatMap((parameter) => encodeCookie(parameter, own(values, parameter.property ?? parameter.name)))
  return pairs.length > 0 ? pairs.join('; ') : undefined
}

/**
 * The pairs of one cookie parameter. OpenAPI joins exploded ones by `&` in the style `form`; no server reads that, so both
 * styles give each its own pair, as the style `cookie` of OpenAPI 3.2 does.
 */
export function encodeCookie(parameter: WireParameter, value: unknown): string[] {
  const { name, shape, style = 'form', explode = true } = parameter
  const target = { place: 'cookie', name } as const
  const flat = flatten(value, shape, target)
  if (!flat) return []
  const asIs: Escape = (text) => {
    // Octets of a cookie's value, RFC 6265, section 4.1.1.
    if (!/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(text)) {
      throw notWritable(target, 'visible ASCII without quotes, commas, semicolons and backslashes')
    }
    return text
  }
  const escape = style === 'cookie' ? asIs : escapeText
  const key = escape(name)
  if (flat.kind === 'text' || !explode) return [`${key}=${join(flat, ',', ',', escape)}`]
  if (flat.kind === 'list') return flat.items.map((item) => `${key}=${escape(item)}`)
  return flat.pairs.map(([each, text]) => `${escape(each)}=${escape(text)}`)
}
