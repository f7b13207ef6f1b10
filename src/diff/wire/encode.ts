import { isArray, isObject, type JsonValue } from '../../util/own.js'
import { escapeExcept, escapeText } from './percent.js'
import type { WireLanguage } from './types.js'

/**
 * A value as its place carries it: `a=1&a=2` in queries and cookies, the text of the segment in paths, the bare text in
 * headers. Empty where nothing is sent: for empty lists and objects (RFC 6570, section 2.3).
 */
export function encode(language: WireLanguage, value: JsonValue): string {
  switch (language.in) {
    case 'path':
      return pathText(language, value)
    case 'header':
      return flat(value, ',', language.explode ? '=' : ',', String)
    case 'query':
    case 'cookie':
      return namedPairs(language, value).join('&')
    case 'querystring':
      return flat(value, '&', '=', escapeText)
  }
}

/** What stands between the items of a list that is written as one; all but the comma must be percent-encoded. */
const delimiters: Readonly<Partial<Record<WireLanguage['style'], string>>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  tabDelimited: '%09',
}

function namedPairs({ name, style, explode, allowReserved }: WireLanguage, value: JsonValue): readonly string[] {
  const escape = allowReserved ? escapeExcept("/:@!$'()*,;=?") : escapeText
  const key = escapeText(name)
  if (style === 'deepObject') return bracketed(name, value, escape)
  if (explode && isArray(value)) return value.map((item) => `${key}=${escape(textOf(item))}`)
  if (explode && isObject(value)) {
    return Object.entries(value).map(([member, item]) => `${escapeText(member)}=${escape(textOf(item))}`)
  }
  if (isEmpty(value)) return []
  const delimiter = delimiters[style] ?? ','
  return [`${key}=${flat(value, delimiter, delimiter, escape)}`]
}

/** `filter[state]=open&filter[tags][]=a`; below the first level by common practice. */
function bracketed(key: string, value: JsonValue, escape: (text: string) => string, depth = 0): readonly string[] {
  if (depth < maxDepth && isArray(value)) return value.flatMap((item) => bracketed(`${key}[]`, item, escape, depth + 1))
  if (depth < maxDepth && isObject(value)) {
    return Object.entries(value).flatMap(([name, item]) => bracketed(`${key}[${name}]`, item, escape, depth + 1))
  }
  return [`${escapeExcept('[]')(key)}=${escape(textOf(value))}`]
}

const maxDepth = 10

/** Styles simple, label and matrix (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7). */
function pathText({ name, style, explode, allowReserved }: WireLanguage, value: JsonValue): string {
  const escape = allowReserved ? escapeExcept("[]:@!$&'()*+,;=") : escapeText
  const mark = explode ? '=' : ','
  if (style === 'label') return `.${flat(value, explode ? '.' : ',', mark, escape)}`
  if (style !== 'matrix') return flat(value, ',', mark, escape)
  const named = (text: string, key = escapeText(name)): string => (text === '' ? `;${key}` : `;${key}=${text}`)
  if (explode && isArray(value)) return value.map((item) => named(escape(textOf(item)))).join('')
  if (explode && isObject(value)) {
    return Object.entries(value)
      .map(([member, item]) => named(escape(textOf(item)), escape(member)))
      .join('')
  }
  return named(flat(value, ',', ',', escape))
}

function flat(value: JsonValue, delimiter: string, mark: string, escape: (text: string) => string): string {
  if (isArray(value)) return value.map((item) => escape(textOf(item))).join(delimiter)
  if (!isObject(value)) return escape(textOf(value))
  return Object.entries(value)
    .map(([name, item]) => `${escape(name)}${mark}${escape(textOf(item))}`)
    .join(delimiter)
}

/** The text of a scalar; of anything else, which no style reaches into, its JSON. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isEmpty(value: JsonValue): boolean {
  return (isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0)
}
