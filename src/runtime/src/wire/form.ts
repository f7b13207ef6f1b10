import { decodePairs } from './decode-query.js'
import { encodeQueryParameter } from './encode-query.js'
import { itemShape } from './flat.js'
import { notWritable, refuser, type Target, type WireIssue } from './issue.js'
import { isJsonType } from './media-type.js'
import { escapeText } from './percent.js'
import { parsePairs } from './query-pairs.js'
import { isRecord, own, setOwn } from './record.js'
import { isLeftOut, textOf } from './scalar.js'
import type { WireMedia, WireParameter, WireShape } from './types.js'
import { textAs } from './unflatten.js'

/** `application/x-www-form-urlencoded` (OpenAPI 3.1, section 4.8.15.1). Throws a RequestError. */
export function encodeForm(media: WireMedia, value: unknown): string {
  if (!isRecord(value)) throw notWritable({ place: 'body', name: media.mediaType }, 'an object')
  return Object.keys(value)
    .flatMap((name) => {
      const field = fieldOf(media, name)
      const each = value[name]
      if (!field.isWhole && (field.hasStyle || !isRecord(each) || each instanceof Date))
        return encodeQueryParameter(field, each, 'body')
      const target: Target = { place: 'body', name }
      return isLeftOut(each, field.shape) ? [] : [`${escapeText(name)}=${escapeText(textOf(each, target))}`]
    })
    .join('&')
}

/** By property name. Names that are not declared are kept, as text or by the shape of the rest. */
export function decodeForm(media: WireMedia, text: string, issues: WireIssue[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const pairs = parsePairs(text, 'body', issues)
  if (!pairs) return values
  const shape = media.shape?.kind === 'object' ? media.shape : undefined
  const fields = Object.keys(shape?.properties ?? {}).map((name) => fieldOf(media, name))
  const styled = fields.filter((field) => !field.isWhole)
  decodePairs(styled, pairs, 'body', issues, values)
  for (const field of fields.filter(({ isWhole }) => isWhole)) {
    const [only, ...more] = pairs.named(field.name)
    const refuse = refuser(issues, 'body', field.name)
    if (more.length > 0) refuse('duplicate', 'one value')
    else if (only) setOwn(values, field.name, textAs(only.text, field.shape, refuse))
  }
  const claimed = claimedNames(styled)
  for (const { name } of pairs.all) {
    const bracket = name.indexOf('[')
    const isClaimed = claimed.has(name) || (bracket > 0 && claimed.has(`${name.slice(0, bracket)}[`))
    if (isClaimed || own(shape?.properties, name) || Object.hasOwn(values, name)) continue
    const texts = pairs.named(name).map((pair) => pair.text)
    const refuse = refuser(issues, 'body', '*')
    const read = (each: string): unknown => textAs(each, itemShape(shape?.rest) ?? shape?.rest, refuse)
    setOwn(values, name, texts.length > 1 || shape?.rest?.kind === 'array' ? texts.map(read) : read(texts[0] ?? ''))
  }
  return values
}

interface Field extends WireParameter {
  /** The contract says how the property is spread over pairs. */
  readonly hasStyle: boolean
  /** An object, or anything declared as JSON, without a style: one text. */
  readonly isWhole: boolean
}

function fieldOf(media: WireMedia, name: string): Field {
  const encoding = own(media.encoding, name)
  const shape: WireShape | undefined =
    media.shape?.kind === 'object' ? (own(media.shape.properties, name) ?? media.shape.rest) : undefined
  const { style, explode, allowReserved, contentType } = encoding ?? {}
  const hasStyle = style !== undefined || explode !== undefined || allowReserved !== undefined
  const isWhole = !hasStyle && (shape?.kind === 'object' || (contentType !== undefined && isJsonType(contentType)))
  return {
    name,
    in: 'query',
    hasStyle,
    isWhole,
    ...(shape && { shape }),
    ...(style && { style }),
    ...(explode !== undefined && { explode }),
    ...(allowReserved !== undefined && { allowReserved }),
  }
}

/** Names that styled fields have read: their own, those of a spread object's properties, `name[` for brackets. */
function claimedNames(fields: readonly WireParameter[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { name, style = 'form', explode = style === 'form', shape } of fields) {
    names.add(name)
    if (style === 'deepObject') names.add(`${name}[`)
    else if (explode && shape?.kind === 'object') for (const each of Object.keys(shape.properties)) names.add(each)
  }
  return names
}
