import type { MediaType } from '../../contract/model/index.js'
import { isObject, type JsonValue } from '../../util/own.js'
import { type Polarity, polarityOf } from '../edit/edit.js'
import { isForm, isUrlEncoded, parseMediaRange } from '../http/media-type.js'
import type { Direction } from '../report.js'
import { createWire } from './create-wire.js'
import { encode, textOf } from './encode.js'
import { encodingLanguage } from './encoding-language.js'
import type { Wire, WireLanguage } from './types.js'

/** The wire of a body whose values travel as text: a form, or plain text. Of others there is nothing to say. */
export function contentWire(
  pair: { readonly before: MediaType; readonly after: MediaType },
  direction: Direction,
): Wire | undefined {
  if (![pair.before, pair.after].every(({ mediaType }) => isForm(mediaType) || isText(mediaType))) return undefined
  const polarity: Polarity = polarityOf(direction)
  const sent = polarity === 'input' ? pair.before : pair.after
  return createWire({ producer: field, reader: field, raw: (value) => rawBody(sent, value) })
}

/** Fields have languages of their own, which are compared by themselves; of a whole body only the texts matter. */
const field: WireLanguage = { in: 'query', name: '', style: 'form', explode: true }

function isText(mediaType: string): boolean {
  return parseMediaRange(mediaType).type === 'text'
}

/** `sku=A-1&quantity=1`; of multipart bodies the fields in short, without the lines between them. */
function rawBody({ mediaType, encoding }: MediaType, value: JsonValue): string {
  if (!isObject(value)) return textOf(value)
  const written = Object.entries(value).map(([name, member]) => {
    if (!isUrlEncoded(mediaType)) return `${name}=${textOf(member)}`
    return encode(encodingLanguage(name, encoding.get(name)), member)
  })
  return written.filter((text) => text !== '').join('&')
}
