import type { ChannelOperation, Message } from '../../contract/model/index.js'
import { compareNode, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { pairInPasses } from './pair-in-passes.js'
import { schemaText } from './schema-text.js'
import { below, type Walk } from './walk.js'
import { walkBindings } from './walk-bindings.js'
import { walkGovernance } from './walk-governance.js'
import { walkSchema } from './walk-schema.js'

/** A message with the operation that sends or receives it; none where a document only describes channels. */
export interface OwnedMessage {
  readonly message: Message
  readonly operation?: ChannelOperation
}

/** A message that stands in one place is one; the operations are those that have it. */
interface SharedMessage {
  readonly message: Message
  readonly operations: readonly ChannelOperation[]
}

/**
 * Compares the messages that go one way at one place. They are paired by name, then by the name of the component they
 * are written as or of their payload's schema, by title and by what the payload says, since AsyncAPI 2 and 3 name messages
 * by different things; and the only one of each side is the same whatever it is called.
 */
export function walkMessages(
  walk: Walk,
  before: readonly OwnedMessage[],
  after: readonly OwnedMessage[],
  place: Place,
): void {
  const { kept, removed, added } = pairMessages(share(before), share(after))
  const placeOf = (side: { before?: SharedMessage; after?: SharedMessage }): Place => {
    const { message, operations } = (side.after ?? side.before) as SharedMessage
    const [was, is] = [side.before?.operations[0], side.after?.operations[0]]
    const operation = { ...(was && { before: was }), ...(is && { after: is }) }
    const standing = { before: side.before?.message, after: side.after?.message }
    const at = below(place, ['messages', message.name], standing, {
      location: `message \`${message.name}\``,
      ...((was || is) && { operation }),
    })
    return operations.length > 1 ? { ...at, reaches: operations } : at
  }
  for (const item of removed) emitNode(walk, 'message', 'removed', item.message, placeOf({ before: item }))
  for (const item of added) emitNode(walk, 'message', 'added', item.message, placeOf({ after: item }))
  for (const pair of kept) {
    const at = placeOf(pair)
    const both = { before: pair.before.message, after: pair.after.message }
    compareNode(walk, 'message', both, at)
    walkGovernance(walk, both, at, ['classification'])
    walkBindings(walk, both, at)
    // Descriptions in two languages have nothing to compare: that they are two is said by itself.
    if (!isForeign(both.before) === !isForeign(both.after)) walkSchema(walk, 'message', 'payload', both, at)
    walkSchema(walk, 'message', 'headers', both, at)
  }
}

function isForeign({ payload }: Message): boolean {
  return payload?.foreign !== undefined
}

function share(owned: readonly OwnedMessage[]): readonly SharedMessage[] {
  const byPlace = new Map<string, { message: Message; operations: ChannelOperation[] }>()
  for (const { message, operation } of owned) {
    const place = JSON.stringify([message.name, message.at.document, message.at.pointer])
    const known = byPlace.get(place) ?? { message, operations: [] }
    byPlace.set(place, known)
    if (operation && !known.operations.includes(operation)) known.operations.push(operation)
  }
  return [...byPlace.values()]
}

function pairMessages(before: readonly SharedMessage[], after: readonly SharedMessage[]) {
  const paired = pairInPasses(before, after, [
    ({ message }) => message.name,
    ({ message }) => componentName(message.at.pointer),
    ({ message: { payload } }) => payload && componentName(payload.ref ?? payload.at.pointer),
    ({ message }) => message.title,
    ({ message: { payload } }) => payload && schemaText(payload),
  ])
  const [was, is] = [paired.removed[0], paired.added[0]]
  if (before.length !== 1 || after.length !== 1 || !was || !is) return paired
  return { kept: [{ before: was, after: is }], removed: [], added: [] }
}

/** The last token of a pointer into `components`. */
function componentName(pointer: string): string | undefined {
  return /(?:^|#)\/components\/[^/]+\/([^/]+)$/.exec(pointer)?.[1]
}
