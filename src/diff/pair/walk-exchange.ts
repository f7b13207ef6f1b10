import type { HttpOperation } from '../../contract/model/index.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { below, type Walk } from './walk.js'
import { walkContents } from './walk-contents.js'
import { walkParameters } from './walk-parameters.js'
import { walkResponses } from './walk-responses.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares what an operation of HTTP asks for and what it answers. `isMoved`: its path is another one. */
export function walkExchange(walk: Walk, { before, after }: Pair<HttpOperation>, place: Place, isMoved: boolean): void {
  // What the API calls itself (webhooks, callbacks) goes the other way: it sends the request and reads the answer.
  const isCalled = after.role === 'path'
  walkParameters(walk, { before, after }, { ...place, direction: isCalled ? 'request' : 'published' }, isMoved)
  walkBody(walk, { before, after }, { ...place, direction: isCalled ? 'request' : 'published' })
  walkResponses(walk, { before, after }, { ...place, direction: isCalled ? 'response' : 'consumed' })
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
