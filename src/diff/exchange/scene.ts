import type { HttpOperation, Operation } from '../../contract/model/index.js'
import type { Edit, EditOf, OperationPair, Place, SpanPlace } from '../edit/edit.js'
import type { NodeKind } from '../edit/node-types.js'
import type { Outcome } from '../report.js'
import type { Samples } from './samples.js'

/** Who sends what shows an edit: callers of the version before what the API reads, the version after what it sends. */
export interface Scene {
  readonly before: Samples
  readonly after: Samples
  /** Whether the API reads what is sent, so that it is of the version before. */
  readonly isRead: boolean
  /** Whether there is time for another look at what is long to find: all exchanges of a comparison share it. */
  readonly mayLook: () => boolean
  /** What the API answers, whichever way the edit goes. */
  readonly answers: { readonly before: Samples; readonly after: Samples }
}

/** What is sent, if all that must be in it is known, and why it fails now. */
export interface Exchange {
  readonly text: string | undefined
  readonly reason: string
  /** Default: `refused`. */
  readonly outcome?: Outcome
  /** What is answered to it now, or is sent in its place. */
  readonly now?: string | undefined
}

/** Shows an edit; undefined where nothing can be sent that would show it. */
export type Show<Node extends NodeKind> = (edit: EditOf<Node>, scene: Scene) => Exchange | undefined

/** What a finding says of an edit, where an edit alone does not tell what is to be shown. */
export interface Told {
  /** The name of the rule, without a direction. */
  readonly rule: string
  /** Where the finding points. */
  readonly before?: SpanPlace | undefined
  readonly after?: SpanPlace | undefined
}

/** Shows what one rule finds in an edit. */
export type ShowFinding = (edit: Edit, scene: Scene, told: Told) => Exchange | undefined

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

/** The operations that an edit is about, as both versions have them: its own, those that it reaches, or all. */
export function operationsOf({ operation, reaches }: Place, { before, after }: Scene): readonly OperationPair[] {
  if (operation) return [operation]
  const byId = (operations: readonly Operation[]) => new Map(operations.map((each) => [each.id, each]))
  const [known, made] = [byId(before.contract.operations), byId(after.contract.operations)]
  const ids = reaches ? reaches.map(({ id }) => id) : [...known.keys()]
  return ids.map((id) => {
    const pair = { before: known.get(id), after: made.get(id) }
    return { ...(pair.before && { before: pair.before }), ...(pair.after && { after: pair.after }) }
  })
}

/** The first of these, for what is in all of them: what many share is found there. */
export function fewOperationsOf(place: Place, scene: Scene): readonly OperationPair[] {
  return operationsOf(place, scene).slice(0, 20)
}
