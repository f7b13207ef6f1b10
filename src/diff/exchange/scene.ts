import type { HttpOperation, SecurityRequirement } from '../../contract/model/index.js'
import type { EditOf, Place } from '../edit/edit.js'
import type { NodeKind } from '../edit/node-types.js'
import { type Alternative, compareRequirements } from '../security/requirements.js'
import type { Samples } from './samples.js'

/** Who sends what shows an edit: callers of the version before what the API reads, the version after what it sends. */
export interface Scene {
  readonly before: Samples
  readonly after: Samples
  /** Whether the API reads what is sent, so that it is of the version before. */
  readonly isRead: boolean
}

/** What is sent, if all that must be in it is known, and why it fails now. */
export interface Exchange {
  readonly text: string | undefined
  readonly reason: string
}

/** Shows an edit; undefined where nothing can be sent that would show it. */
export type Show<Node extends NodeKind> = (edit: EditOf<Node>, scene: Scene) => Exchange | undefined

export function senderOf({ before, after, isRead }: Scene): Samples {
  return isRead ? before : after
}

/** Of the two sides the one that sends, and the one that it is sent to. */
export function inOrder<T>(
  side: { readonly before?: T | undefined; readonly after?: T | undefined },
  { isRead }: Scene,
): {
  readonly sent: T | undefined
  readonly read: T | undefined
} {
  const { before, after } = side
  return isRead ? { sent: before, read: after } : { sent: after, read: before }
}

/** The operation of HTTP as whoever sends knows it. */
export function httpOperation({ operation }: Place, scene: Scene): HttpOperation | undefined {
  const { sent } = inOrder(operation ?? {}, scene)
  return sent?.kind === 'http' ? sent : undefined
}

/** The first way to be let in that does not do any more. */
export function lostAlternative({ from, to }: EditOf<NodeKind>, { before, after }: Scene): Alternative | undefined {
  const list = (value: unknown) => (value ?? []) as readonly SecurityRequirement[]
  return compareRequirements({ base: before.contract, head: after.contract }, list(from), list(to)).lost[0]
}
