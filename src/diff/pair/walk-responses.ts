import type { HttpOperation, Response } from '../../contract/model/index.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { coverOf } from '../http/status.js'
import { pairBy } from './pair-by.js'
import { atKey, below, type Walk } from './walk.js'
import { walkContents, walkHeaders } from './walk-contents.js'

type Pair<T> = { readonly before: T; readonly after: T }

/**
 * Compares responses by status. A status that one side has by itself and the other within a range, or as `default`, is
 * answered on both: then that is what it is compared with.
 */
export function walkResponses(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place): void {
  const { added, removed, kept } = pairBy(before.responses, after.responses, ({ status }) => status.toUpperCase())
  const placeOf = (status: string, side: Partial<Pair<Response>>): Place =>
    atKey(below(place, ['responses', status], side, { location: `response ${status}` }))
  for (const response of removed) {
    const cover = coverOf(response.status, after.responses)
    const pair = { before: response, ...(cover && { after: cover }) }
    const at = placeOf(response.status, pair)
    emitNode(walk, 'response', 'removed', response, at, cover)
    if (cover) walkCovered(walk, { before: response, after: cover }, at)
  }
  for (const response of added) {
    const cover = coverOf(response.status, before.responses)
    const pair = { ...(cover && { before: cover }), after: response }
    const at = placeOf(response.status, pair)
    emitNode(walk, 'response', 'added', response, at, cover)
    if (cover) walkCovered(walk, { before: cover, after: response }, at)
  }
  for (const pair of kept) {
    const at = placeOf(pair.after.status, pair)
    compareNode(walk, 'response', pair, at)
    walkAnswer(walk, pair, at)
    walkLinks(walk, pair, at)
  }
}

/**
 * An error that is only named (`404: { description: Not found. }`) beside a `default` with a body says for people what
 * the status means, and hardly ever that the body is not sent.
 */
function walkCovered(walk: Walk, pair: Pair<Response>, place: Place): void {
  const isNamed = pair.before.content.length === 0 || pair.after.content.length === 0
  const isDefault = pair.before.status === 'default' || pair.after.status === 'default'
  if (!isNamed || !isDefault) walkAnswer(walk, pair, place)
}

function walkAnswer(walk: Walk, { before, after }: Pair<Response>, place: Place): void {
  walkHeaders(walk, before.headers, after.headers, place)
  walkContents(walk, before.content, after.content, place)
}

function walkLinks(walk: Walk, pair: Pair<Response>, place: Place): void {
  const { added, removed, kept } = pairBy(pair.before.links, pair.after.links, ({ name }) => name)
  const placeOf = (name: string, side: Parameters<typeof below>[2]): Place => atKey(below(place, ['links', name], side))
  for (const link of removed) emitNode(walk, 'link', 'removed', link, placeOf(link.name, { before: link }))
  for (const link of added) emitNode(walk, 'link', 'added', link, placeOf(link.name, { after: link }))
  for (const both of kept) compareNode(walk, 'link', both, placeOf(both.after.name, both))
}
