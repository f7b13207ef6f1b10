import type { Encoding, Header, HttpOperation, MediaType, Parameter, Response } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode, type NodePair } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import type { NodeKind, NodeTypes } from '../edit/node-types.js'
import { headerWire, parameterWire, type Wire } from '../wire/index.js'
import { pairBy, pairEntries } from './pair-by.js'
import { atKey, below, type Walk } from './walk.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares what an operation of HTTP asks for and what it answers. */
export function walkExchange(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place): void {
  // What the API calls itself (webhooks, callbacks) goes the other way: it sends the request and reads the answer.
  const isCalled = after.role === 'path'
  walkParameters(walk, { before, after }, { ...place, direction: isCalled ? 'request' : 'published' })
  walkBody(walk, { before, after }, { ...place, direction: isCalled ? 'request' : 'published' })
  walkResponses(walk, { before, after }, { ...place, direction: isCalled ? 'response' : 'consumed' })
}

function walkParameters(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place): void {
  const { added, removed, kept } = pairBy(
    namedParameters(before),
    namedParameters(after),
    ({ key, parameter }) => `${parameter.in} ${key}`,
  )
  const placeOf = (side: { before?: Parameter; after?: Parameter }): Place => {
    const { in: where, name } = (side.after ?? side.before) as Parameter
    return below(place, [`parameters`, where, name], side, { location: `${where} parameter \`${name}\`` })
  }
  for (const { parameter } of removed) emitNode(walk, 'parameter', 'removed', parameter, placeOf({ before: parameter }))
  for (const { parameter } of added) emitNode(walk, 'parameter', 'added', parameter, placeOf({ after: parameter }))
  for (const { before: was, after: is } of kept) {
    const pair = { before: was.parameter, after: is.parameter }
    const at = placeOf(pair)
    compareNode(walk, 'parameter', pair, at)
    const wire = parameterWire(walk, { before, after }, pair, place.direction ?? 'request')
    walkSchema(walk, 'parameter', 'schema', pair, at, wire)
    walkContents(walk, contentsOf(pair.before), contentsOf(pair.after), at)
  }
}

interface NamedParameter {
  readonly key: string
  readonly parameter: Parameter
}

/** Parameters of the path are known by their position in it; header names in any case. */
function namedParameters({ parameters, path }: HttpOperation): readonly NamedParameter[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)
  return parameters.map((parameter) => {
    const position = parameter.in === 'path' ? names.indexOf(parameter.name) : -1
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
    return { key: position < 0 ? name : `#${position}`, parameter }
  })
}

function walkBody(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place): void {
  const pair = { before: before.requestBody, after: after.requestBody }
  const at = below(place, 'request', pair, { location: 'request body' })
  if (pair.before && pair.after) {
    const both = { before: pair.before, after: pair.after }
    compareNode(walk, 'body', both, at)
    walkContents(walk, both.before.content, both.after.content, at)
  } else if (pair.after) emitNode(walk, 'body', 'added', pair.after, at)
  else if (pair.before) emitNode(walk, 'body', 'removed', pair.before, at)
}

function walkResponses(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place): void {
  const { added, removed, kept } = pairBy(before.responses, after.responses, ({ status }) => status.toUpperCase())
  const placeOf = (side: { before?: Response; after?: Response }): Place => {
    const { status } = (side.after ?? side.before) as Response
    return atKey(below(place, ['responses', status], side, { location: `response ${status}` }))
  }
  for (const response of removed) emitNode(walk, 'response', 'removed', response, placeOf({ before: response }))
  for (const response of added) emitNode(walk, 'response', 'added', response, placeOf({ after: response }))
  for (const pair of kept) {
    const at = placeOf(pair)
    compareNode(walk, 'response', pair, at)
    walkHeaders(walk, pair.before.headers, pair.after.headers, at)
    walkContents(walk, pair.before.content, pair.after.content, at)
    walkLinks(walk, pair, at)
  }
}

function walkHeaders(walk: Walk, before: readonly Header[], after: readonly Header[], place: Place): void {
  const { added, removed, kept } = pairBy(before, after, ({ name }) => name.toLowerCase())
  const placeOf = (side: { before?: Header; after?: Header }): Place => {
    const { name } = (side.after ?? side.before) as Header
    return below(place, ['headers', name], side, { location: `header \`${name}\` of ${place.location ?? 'it'}` })
  }
  for (const header of removed) emitNode(walk, 'header', 'removed', header, placeOf({ before: header }))
  for (const header of added) emitNode(walk, 'header', 'added', header, placeOf({ after: header }))
  for (const pair of kept) {
    const at = placeOf(pair)
    compareNode(walk, 'header', pair, at)
    walkSchema(walk, 'header', 'schema', pair, at, headerWire(pair, place.direction ?? 'response'))
    walkContents(walk, contentsOf(pair.before), contentsOf(pair.after), at)
  }
}

function walkLinks(walk: Walk, pair: Pair<Response>, place: Place): void {
  const { added, removed, kept } = pairBy(pair.before.links, pair.after.links, ({ name }) => name)
  for (const link of removed)
    emitNode(walk, 'link', 'removed', link, below(place, ['links', link.name], { before: link }))
  for (const link of added) emitNode(walk, 'link', 'added', link, below(place, ['links', link.name], { after: link }))
  for (const both of kept) compareNode(walk, 'link', both, below(place, ['links', both.after.name], both))
}

/** Bodies by media type. */
function walkContents(walk: Walk, before: readonly MediaType[], after: readonly MediaType[], place: Place): void {
  const { added, removed, kept } = pairBy(before, after, ({ mediaType }) => mediaType)
  const placeOf = (side: { before?: MediaType; after?: MediaType }): Place =>
    atKey(below(place, ((side.after ?? side.before) as MediaType).mediaType, side))
  for (const content of removed) emitNode(walk, 'media-type', 'removed', content, placeOf({ before: content }))
  for (const content of added) emitNode(walk, 'media-type', 'added', content, placeOf({ after: content }))
  for (const pair of kept) {
    const at = placeOf(pair)
    compareNode(walk, 'media-type', pair, at)
    walkSchema(walk, 'media-type', 'schema', pair, at)
    walkSchema(walk, 'media-type', 'itemSchema', pair, at)
    walkEncodings(walk, pair, at)
  }
}

function walkEncodings(walk: Walk, { before, after }: Pair<MediaType>, place: Place): void {
  const { added, removed, kept } = pairEntries<Encoding>(before.encoding, after.encoding)
  const placeOf = (name: string, side: { before?: Encoding; after?: Encoding }): Place =>
    below(place, ['encoding', name], side, { location: `encoding of \`${name}\` in the ${place.location ?? 'body'}` })
  for (const [name, encoding] of removed)
    emitNode(walk, 'encoding', 'removed', encoding, placeOf(name, { before: encoding }))
  for (const [name, encoding] of added)
    emitNode(walk, 'encoding', 'added', encoding, placeOf(name, { after: encoding }))
  for (const pair of kept) {
    const both = { before: pair.before[1], after: pair.after[1] }
    const at = placeOf(pair.after[0], both)
    compareNode(walk, 'encoding', both, at)
    walkHeaders(walk, both.before.headers, both.after.headers, at)
  }
}

function contentsOf({ content }: { readonly content?: MediaType }): readonly MediaType[] {
  return content ? [content] : []
}

/** A schema in a field of its own: compared where it stands on both sides, else it came or went. */
export function walkSchema<Node extends NodeKind>(
  walk: Walk,
  node: Node,
  field: 'schema' | 'itemSchema' | 'payload' | 'headers',
  pair: NodePair<Node>,
  place: Place,
  wire?: Wire,
): void {
  const before = schemaOf(pair.before, field)
  const after = schemaOf(pair.after, field)
  if (before && after) {
    const at = below(place, field === 'schema' ? [] : field, { before, after })
    walk.schemas.compare(before, after, wire ? { ...at, wire } : at)
  } else if (after) emitField(walk, node, pair, field, { action: 'added', to: after }, place)
  else if (before) emitField(walk, node, pair, field, { action: 'removed', from: before }, place)
}

function schemaOf<Node extends NodeKind>(node: NodeTypes[Node], field: string) {
  return (node as Readonly<Record<string, unknown>>)[field] as Parameter['schema']
}
