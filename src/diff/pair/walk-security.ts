import type { OAuthFlow, SecurityScheme } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { pairSchemes } from '../security/pair-schemes.js'
import { compareRequirements } from '../security/requirements.js'
import { pairBy } from './pair-by.js'
import type { HttpPair } from './pair-http-operations.js'
import { atKey, below, type Walk } from './walk.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares the security schemes of both versions. */
export function walkSchemes(walk: Walk, root: Place): void {
  const { removed, added, kept } = pairSchemes(walk.base, walk.head)
  const placeOf = (side: Partial<Pair<SecurityScheme>>): Place =>
    atKey(below(root, ['security', (side.after ?? side.before)?.name ?? ''], side))
  for (const scheme of removed) emitNode(walk, 'scheme', 'removed', scheme, placeOf({ before: scheme }))
  for (const scheme of added) emitNode(walk, 'scheme', 'added', scheme, placeOf({ after: scheme }))
  for (const pair of kept) walkScheme(walk, pair, placeOf(pair))
}

function walkScheme(walk: Walk, pair: Pair<SecurityScheme>, place: Place): void {
  const { before, after } = pair
  if (before.type !== after.type) {
    // Of another kind, with other fields: that it is another kind says it all.
    emitField(walk, 'scheme', pair, 'type', { action: 'changed', from: before.type, to: after.type }, place)
    return
  }
  compareNode(walk, 'scheme', pair, place, isSameHeader(before, after) ? ['parameter'] : [])
  if (before.type !== 'oauth2' || after.type !== 'oauth2') return
  const flows = pairBy(before.flows, after.flows, ({ kind }) => kind)
  const standing = ({ at }: SecurityScheme, kind: OAuthFlow['kind']) => ({
    at: { document: at.document, pointer: `${at.pointer}/flows/${kind}` },
  })
  const placeOf = (kind: OAuthFlow['kind']): Place =>
    below(place, ['flows', kind], { before: standing(before, kind), after: standing(after, kind) })
  for (const flow of flows.removed) emitNode(walk, 'flow', 'removed', flow, placeOf(flow.kind))
  for (const flow of flows.added) emitNode(walk, 'flow', 'added', flow, placeOf(flow.kind))
  for (const both of flows.kept) compareNode(walk, 'flow', both, placeOf(both.after.kind))
}

/** Names of headers have no case (RFC 9110, 5.1). */
function isSameHeader(before: SecurityScheme, after: SecurityScheme): boolean {
  if (before.type !== 'apiKey' || after.type !== 'apiKey' || before.in !== 'header' || after.in !== 'header')
    return false
  return before.parameter.toLowerCase() === after.parameter.toLowerCase()
}

/** Compares who is let in. What is written differently and asks for the same is no change. */
export function walkSecurity(walk: Walk, pair: HttpPair, place: Place): void {
  const [from, to] = [pair.before.security, pair.after.security]
  const { lost, gained } = compareRequirements(walk, from, to)
  if (lost.length === 0 && gained.length === 0) return
  const action = from.length === 0 ? 'added' : to.length === 0 ? 'removed' : 'changed'
  emitField(walk, 'operation', pair, 'security', { action, from, to }, place)
}
