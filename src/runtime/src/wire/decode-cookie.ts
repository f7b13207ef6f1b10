import { refuser, type WireIssue } from './issue.js'
import { unescapeText } from './percent.js'
import { setOwn } from './record.js'
import { trimBlanks } from './trim-blanks.js'
import type { WireParameter } from './types.js'
import { delimitedAs, listAs, pairsAs } from './unflatten.js'

type Cookie = readonly [name: string, raw: string]

/** The declared cookies, by property name, from the lines of the `Cookie` header (RFC 6265, section 5.4). */
export function decodeCookies(
  parameters: readonly WireParameter[],
  lines: readonly string[],
  issues: WireIssue[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const declared = parameters.filter((parameter) => parameter.in === 'cookie')
  if (declared.length === 0) return values
  const cookies = lines.flatMap(parseCookies)
  for (const parameter of declared) {
    const before = issues.length
    const value = decodeCookie(parameter, cookies, issues)
    if (value !== undefined) setOwn(values, parameter.property ?? parameter.name, value)
    else if (parameter.required && issues.length === before) {
      refuser(issues, 'cookie', parameter.name)('required', 'a value')
    }
  }
  return values
}

/** The pairs of one line; names and values as sent. */
export function parseCookies(line: string): Cookie[] {
  return line.split(';').flatMap((piece) => {
    const at = piece.indexOf('=')
    return at < 0 ? [] : [[trimBlanks(piece.slice(0, at)), trimBlanks(piece.slice(at + 1))] as const]
  })
}

function decodeCookie(parameter: WireParameter, cookies: readonly Cookie[], issues: WireIssue[]): unknown {
  const { name, shape, style = 'form', explode = true } = parameter
  const refuse = refuser(issues, 'cookie', name)
  const decode = style === 'cookie' ? (text: string): string => text : unescapeText
  const malformed = (): unknown => refuse('encoding', 'percent-encoded UTF-8')
  if (explode && shape?.kind === 'object') {
    const pairs: [string, string][] = []
    for (const [key, raw] of cookies) {
      const [property, text] = [decode(key), decode(raw)]
      if (property === undefined || !Object.hasOwn(shape.properties, property)) continue
      if (text === undefined) return malformed()
      pairs.push([property, text])
    }
    return pairs.length > 0 ? pairsAs(pairs, shape, refuse) : undefined
  }
  const named = cookies.filter(([key]) => decode(key) === name)
  const [only] = named
  if (!only) return undefined
  if (explode && shape?.kind === 'array') {
    const texts = named.map(([, raw]) => decode(raw))
    return texts.includes(undefined)
      ? malformed()
      : listAs(
          texts.filter((text) => text !== undefined),
          shape,
          refuse,
        )
  }
  if (named.length > 1) return refuse('duplicate', 'one value')
  return delimitedAs(only[1], shape, { item: ',', decode }, refuse)
}
