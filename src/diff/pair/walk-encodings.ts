import type { Encoding, Header, MediaType, Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/resolve.js'
import { compareNode, emitField } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { isForm } from '../http/media-type.js'
import { differing, encodingLanguage, typesIn, typesOf } from '../wire/index.js'
import { below, type Walk } from './walk.js'

type Pair<T> = { readonly before: T; readonly after: T }
type Schemas = ReadonlyMap<SchemaId, Schema>

/**
 * Compares how the fields of a form are written. An encoding that nobody wrote has defaults and is compared with them, so
 * that writing them out is no change.
 */
export function walkEncodings(
  walk: Walk,
  { before, after }: Pair<MediaType>,
  place: Place,
  walkHeaders: (walk: Walk, before: readonly Header[], after: readonly Header[], place: Place) => void,
): void {
  if (before.encoding.size === 0 && after.encoding.size === 0) return
  const names = new Set([...before.encoding.keys(), ...after.encoding.keys()])
  for (const name of [...names].sort()) {
    const fields = { before: fieldOf(before, name, walk.base.schemas), after: fieldOf(after, name, walk.head.schemas) }
    // A field that came or went is the schema's to tell.
    if (!fields.before.schema || !fields.after.schema) continue
    const pair = { before: fields.before.encoding, after: fields.after.encoding }
    const location = `field \`${name}\` of the ${place.location ?? 'body'}`
    const at = below(place, ['encoding', name], pair, { location })
    walkEncoding(walk, name, pair, [fields.before.schema, fields.after.schema], at, isForm(after.mediaType))
    walkHeaders(walk, pair.before.headers, pair.after.headers, at)
  }
}

interface Field {
  readonly schema: Schema | undefined
  readonly encoding: Encoding
}

function fieldOf({ schema, encoding, at }: MediaType, name: string, schemas: Schemas): Field {
  return {
    schema: schema && follow(schema, schemas).properties?.get(name),
    encoding: encoding.get(name) ?? { headers: [], at },
  }
}

function walkEncoding(
  walk: Walk,
  name: string,
  pair: Pair<Encoding>,
  [was, is]: readonly [Schema, Schema],
  place: Place,
  isMultipartOrForm: boolean,
): void {
  const [from, to] = [
    contentTypeOf(pair.before, was, walk.base.schemas),
    contentTypeOf(pair.after, is, walk.head.schemas),
  ]
  const isStyled = isMultipartOrForm && hasStyle(pair.before) && hasStyle(pair.after)
  if (from !== to && !isStyled) emitField(walk, 'encoding', pair, 'contentType', { action: 'changed', from, to }, place)
  const languages = { before: encodingLanguage(name, pair.before), after: encodingLanguage(name, pair.after) }
  const types = [typesIn(was, walk.base.schemas), typesIn(is, walk.head.schemas)] as const
  if (isMultipartOrForm && differing(languages, types) !== undefined) {
    const [before, after] = [languages.before, languages.after]
    if (before.style !== after.style) {
      emitField(walk, 'encoding', pair, 'style', { action: 'changed', from: before.style, to: after.style }, place)
    } else emitField(walk, 'encoding', pair, 'explode', { action: after.explode ? 'set' : 'unset' }, place)
  }
  compareNode(walk, 'encoding', pair, place, ['contentType', 'style', 'explode'])
}

/** Where a style is written out, the content type is ignored (OpenAPI 3.1, 4.8.15.1.2). */
function hasStyle({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined
}

/** As it is written, or what the standard says of values of this kind (OpenAPI 3.1, 4.8.15.1). */
function contentTypeOf({ contentType }: Encoding, schema: Schema, schemas: Schemas): string {
  if (contentType !== undefined)
    return contentType
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .sort()
      .join(', ')
  const target = follow(schema, schemas)
  const types = typesOf(target, schemas)
  if (types.has('array') && types.size === 1) {
    // Items of lists are parts of their own; lists of lists are JSON.
    const item = target.items && follow(target.items, schemas)
    const isList = item?.types?.length === 1 && item.types[0] === 'array'
    return item && !isList ? contentTypeOf({ headers: [], at: schema.at }, item, schemas) : 'application/json'
  }
  if (types.has('object') && types.size === 1) return 'application/json'
  return target.contentEncoding !== undefined || target.format === 'binary' ? 'application/octet-stream' : 'text/plain'
}
