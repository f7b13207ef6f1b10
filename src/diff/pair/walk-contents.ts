import type { Header, MediaType, Schema } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode, type NodePair } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { mediaKey } from '../http/media-type.js'
import type { Wire } from '../wire/index.js'
import { contentWire, differing, headerLanguage, headerWire, typesIn } from '../wire/index.js'
import { pairBy } from './pair-by.js'
import { pairMediaTypes } from './pair-media-types.js'
import { atKey, below, type Walk } from './walk.js'
import { walkEncodings } from './walk-encodings.js'
import { walkSchema } from './walk-schema.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares bodies by media type; what is covered by a range is compared with what the range says. */
export function walkContents(
  walk: Walk,
  before: readonly MediaType[],
  after: readonly MediaType[],
  place: Place,
): void {
  const { added, removed, kept, replaced, named } = pairMediaTypes(before, after)
  const placeOf = (side: Partial<Pair<MediaType>>): Place => {
    const { mediaType } = (side.after ?? side.before) as MediaType
    return atKey(below(place, mediaKey(mediaType), side))
  }
  for (const content of removed) emitNode(walk, 'media-type', 'removed', content, placeOf({ before: content }))
  for (const content of added) emitNode(walk, 'media-type', 'added', content, placeOf({ after: content }))
  for (const pair of replaced) emitNode(walk, 'media-type', 'removed', pair.before, placeOf(pair), pair.after)
  for (const pair of named) emitNode(walk, 'media-type', 'added', pair.after, placeOf(pair), pair.before)
  for (const pair of kept) {
    compareNode(walk, 'media-type', pair, placeOf(pair))
  }
  for (const pair of [...kept, ...replaced, ...named]) walkMediaType(walk, pair, placeOf(pair))
}

function walkMediaType(walk: Walk, pair: Pair<MediaType>, place: Place): void {
  walkSchema(walk, 'media-type', 'schema', pair, place, contentWire(pair, place.direction ?? 'request'))
  walkSchema(walk, 'media-type', 'itemSchema', pair, place)
  walkEncodings(walk, pair, place, walkHeaders)
}

/** Compares headers of a response or of a part of a body, whatever the case of their names (RFC 9110, 5.1). */
export function walkHeaders(walk: Walk, before: readonly Header[], after: readonly Header[], place: Place): void {
  const { added, removed, kept } = pairBy(before, after, ({ name }) => name.toLowerCase())
  const placeOf = (side: Partial<Pair<Header>>): Place => {
    const { name } = (side.after ?? side.before) as Header
    const location = `header \`${name}\` of ${place.location ?? 'it'}`
    return atKey(below(place, ['headers', name.toLowerCase()], side, { location }))
  }
  for (const header of removed) emitNode(walk, 'header', 'removed', header, placeOf({ before: header }))
  for (const header of added) emitNode(walk, 'header', 'added', header, placeOf({ after: header }))
  for (const pair of kept) walkHeader(walk, pair, placeOf(pair))
}

function walkHeader(walk: Walk, pair: Pair<Header>, place: Place): void {
  compareNode(walk, 'header', pair, place, ['explode'])
  if (pair.before.explode !== pair.after.explode) walkExplode(walk, pair, place)
  walkValue(walk, 'header', pair, place, () => headerWire(pair, place.direction ?? 'response'))
}

/** Only what is written in several ways can be written in another one. */
function walkExplode(walk: Walk, pair: Pair<Header>, place: Place): void {
  const types = [typesIn(pair.before.schema, walk.base.schemas), typesIn(pair.after.schema, walk.head.schemas)] as const
  const languages = { before: headerLanguage(pair.before), after: headerLanguage(pair.after) }
  if (pair.before.content || pair.after.content || differing(languages, types) === undefined) return
  emitField(walk, 'header', pair, 'explode', { action: pair.after.explode ? 'set' : 'unset' }, place)
}

interface Valued {
  readonly schema?: Schema
  readonly content?: MediaType
}

/**
 * Compares what a parameter or a header carries: by its schema, or by its media type. One instead of the other is another
 * notation, about which nothing more is to be said.
 */
export function walkValue<Node extends 'parameter' | 'header'>(
  walk: Walk,
  node: Node,
  pair: NodePair<Node>,
  place: Place,
  wire: () => Wire,
): void {
  const { before, after }: { readonly before: Valued; readonly after: Valued } = pair
  if (before.content && after.content) walkContents(walk, [before.content], [after.content], place)
  else if (before.schema && after.schema) walkSchema(walk, node, 'schema', pair, place, wire())
  else if (before.content)
    emitField(walk, node, pair, 'schema', { action: after.schema ? 'added' : 'removed', to: after.schema }, place)
  else if (after.content)
    emitField(walk, node, pair, 'schema', { action: before.schema ? 'removed' : 'added', from: before.schema }, place)
  else walkSchema(walk, node, 'schema', pair, place)
}
