import { own } from '../../util/own.js'
import { readContentAnnotations, readPartAnnotations } from '../annotation/index.js'
import type { Encoding, Header, MediaType, Schema } from '../model/index.js'
import { readExamples } from './examples.js'
import {
  below,
  checkFields,
  entriesOf,
  flagOf,
  type Node,
  nameOf,
  once,
  present,
  type Reading,
  textOf,
} from './reading.js'
import { type Target, target } from './reference.js'
import { readStyle } from './styles.js'

/**
 * The `content` of a body, a response, a parameter or a header. Parts of multipart content have headers, and a header may
 * have content: so both are read here.
 */
export function readContent(reading: Reading, node: Node): readonly MediaType[] {
  return entriesOf(reading, node, 'content').flatMap(({ key, value, at }) => {
    const found = target(reading, key, value, at)
    return found ? [readMediaType(reading, key, found)] : []
  })
}

function readMediaType(reading: Reading, name: string, node: Node): MediaType {
  checkFields(reading, node, 'media type')
  for (const feature of ['prefixEncoding', 'itemEncoding'] as const) {
    if (Object.hasOwn(node.value, feature))
      reading.tally.count('TK1124', { feature }, { at: below(node.at, feature), part: 'key' })
  }
  return present({
    kind: 'media-type' as const,
    mediaType: mediaTypeName(name),
    schema: readSchema(reading, node, 'schema'),
    itemSchema: reading.version === '3.2' ? readSchema(reading, node, 'itemSchema') : undefined,
    encoding: readEncodings(reading, node),
    examples: readExamples(reading, node),
    ...readContentAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}

/** Type and subtype in lower case (RFC 9110, 8.3.1); parameters as written, as their values may be case-sensitive. */
export function mediaTypeName(written: string): string {
  const cut = written.indexOf(';')
  return cut < 0 ? written.trim().toLowerCase() : written.slice(0, cut).trim().toLowerCase() + written.slice(cut)
}

/** The schema in `field`, if there is one. */
export function readSchema({ schemas }: Reading, { value, at }: Node, field: string): Schema | undefined {
  const schema = own(value, field)
  return schema === undefined ? undefined : schemas.read(schema, below(at, field))
}

function readEncodings(reading: Reading, node: Node): ReadonlyMap<string, Encoding> {
  const encodings = new Map<string, Encoding>()
  for (const { key, value, at } of entriesOf(reading, node, 'encoding', true)) {
    const found = target(reading, key, value, at)
    if (found) encodings.set(key, readEncoding(reading, found))
  }
  return encodings
}

function readEncoding(reading: Reading, node: Node): Encoding {
  checkFields(reading, node, 'encoding')
  for (const feature of ['encoding', 'prefixEncoding', 'itemEncoding']) {
    if (Object.hasOwn(node.value, feature))
      reading.tally.count('TK1124', { feature: `encoding.${feature}` }, { at: below(node.at, feature), part: 'key' })
  }
  return present({
    contentType: nameOf(reading, node, 'contentType'),
    style: Object.hasOwn(node.value, 'style') ? readStyle(reading, node, 'query') : undefined,
    explode: flagOf(reading, node, 'explode'),
    allowReserved: flagOf(reading, node, 'allowReserved'),
    headers: readHeaders(reading, node),
    at: node.at,
  })
}

/** Headers of a response or of a part of a multipart body. */
export function readHeaders(reading: Reading, node: Node): readonly Header[] {
  return entriesOf(reading, node, 'headers', true).flatMap(({ key, value, at }) => {
    if (key.toLowerCase() === 'content-type') {
      reading.tally.count('TK1121', { name: key }, { at, part: 'key' })
      return []
    }
    const found = target(reading, key, value, at)
    return found ? [{ ...once(reading, 'header', found, () => readHeader(reading, found)), name: key }] : []
  })
}

function readHeader(reading: Reading, node: Target): Header {
  checkFields(reading, node, 'header')
  const content = readContent(reading, node)
  if (content.length > 1) reading.problems.report('TK1120', { object: 'header' }, { at: below(node.at, 'content') })
  return present({
    kind: 'header' as const,
    name: '',
    required: flagOf(reading, node, 'required') ?? false,
    description: node.description ?? textOf(reading, node, 'description'),
    deprecated: flagOf(reading, node, 'deprecated') ?? false,
    explode: flagOf(reading, node, 'explode') ?? false,
    schema: readSchema(reading, node, 'schema'),
    content: content[0],
    ...readPartAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}
