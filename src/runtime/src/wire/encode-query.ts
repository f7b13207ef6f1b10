import { encodeDeepObject } from './deep-object.js'
import { type Flat, flatten, join } from './flat.js'
import { notWritable, type Target } from './issue.js'
import { type Escape, escapeExcept, escapeText } from './percent.js'
import { own } from './record.js'
import { isLeftOut, jsonOf } from './scalar.js'
import type { ParameterStyle, WireParameter } from './types.js'

/** What stands between the items of an array that is not exploded. Spaces, pipes and tabs must be percent-encoded. */
const delimiters: Partial<Record<ParameterStyle, readonly [raw: string, encoded: string]>> = {
  form: [',', ','],
  spaceDelimited: [' ', '%20'],
  pipeDelimited: ['|', '%7C'],
  tabDelimited: ['\t', '%09'],
}
// Not `#`, which ends the query, nor `&` and `+`, which have a meaning in it; `,` only where it separates nothing.
const reserved: Escape = escapeExcept("/:@!$'()*;=?")
const reservedValue: Escape = escapeExcept("/:@!$'()*;=?,")

/** Query of a call, without `?`; empty when there is none. Throws a RequestError. */
export function encodeQuery(
  parameters: readonly WireParameter[],
  values: Readonly<Record<string, unknown>> | undefined,
): string {
  return parameters
    .flatMap((parameter) => encodeQueryParameter(parameter, own(values, parameter.property ?? parameter.name)))
    .join('&')
}

/** The `name=value` pairs of one parameter; also of one property of a form. */
export function encodeQueryParameter(
  parameter: WireParameter,
  value: unknown,
  place: Target['place'] = 'query',
): string[] {
  const { name, shape, style = 'form', explode = style === 'form', allowReserved = false } = parameter
  const target: Target = { place, name }
  if (isLeftOut(value, shape)) return []
  if (parameter.in === 'querystring') return wholeQuery(parameter, value, target)
  const key = escapeText(name)
  const whole = allowReserved ? reservedValue : escapeText
  if (style === 'deepObject') return encodeDeepObject(name, value, shape, target, whole)
  const flat = flatten(value, shape, target)
  if (!flat) return []
  if (flat.kind === 'text') return [`${key}=${whole(flat.text)}`]
  if (explode && flat.kind === 'list') return flat.items.map((item) => `${key}=${whole(item)}`)
  if (explode && flat.kind === 'pairs') return flat.pairs.map(([each, text]) => `${escapeText(each)}=${whole(text)}`)
  return [`${key}=${delimited(flat, style, allowReserved ? reserved : escapeText, target)}`]
}

function delimited(flat: Flat, style: ParameterStyle, escape: Escape, target: Target): string {
  const [raw, encoded] = delimiters[style] ?? [',', ',']
  const texts = flat.kind === 'pairs' ? flat.pairs.flat() : flat.kind === 'list' ? flat.items : []
  if (raw !== ',' && texts.some((text) => text.includes(raw))) {
    throw notWritable(target, `without its delimiter in an item (style ${style})`)
  }
  return join(flat, encoded, encoded, escape)
}

/** OpenAPI 3.2 `querystring`: the value is the query, as JSON or as a form. */
function wholeQuery(parameter: WireParameter, value: unknown, target: Target): string[] {
  if (parameter.shape?.kind === 'json') return [escapeText(jsonOf(value, target))]
  const flat = flatten(value, parameter.shape, target)
  if (!flat) return []
  if (flat.kind !== 'pairs') return [join(flat, '&', '=', escapeText)]
  return flat.pairs.map(([name, text]) => `${escapeText(name)}=${escapeText(text)}`)
}
