import { type JsonValue, own } from '../../util/own.js'
import { inherit } from '../annotation/index.js'
import type { Governance, Message, Origin } from '../model/index.js'
import { readBindings } from './bindings.js'
import { classesOf, governanceOf } from './governed.js'
import { readPayload } from './payload.js'
import {
  checkFields,
  entriesOf,
  fieldAt,
  listOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  textOf,
} from './reading.js'
import { refOf, target } from './reference.js'
import { withTraits } from './traits.js'

/** Reads the message that stands at `at`, or that its reference leads to. */
export function readMessage(
  reading: Reading,
  value: JsonValue,
  at: Origin,
  { name, parent }: { readonly name?: string; readonly parent: Governance },
): Message | undefined {
  const found = target(reading, 'message', value, at)
  if (!found) return undefined
  checkFields(reading, found, 'message')
  const node = withTraits(reading, found)
  const headers = own(node.value, 'headers')
  const payload = own(node.value, 'payload')
  const format = reading.major === 2 ? nameOf(reading, node, 'schemaFormat') : undefined
  const body = payload === undefined ? undefined : readPayload(reading, payload, fieldAt(node, 'payload'), format)
  return {
    kind: 'message',
    name: name ?? madeUpName(reading, node, value),
    ...present({
      title: textOf(reading, node, 'title'),
      summary: textOf(reading, node, 'summary'),
      description: textOf(reading, node, 'description'),
      contentType: nameOf(reading, node, 'contentType') ?? reading.defaultContentType,
      schemaFormat: body?.schemaFormat ?? format,
      payload: body?.schema,
      headers: headers === undefined ? undefined : readPayload(reading, headers, fieldAt(node, 'headers')).schema,
      correlationId: readCorrelationId(reading, node),
      bindings: readBindings(reading, node, 'message', body?.schemaFormat ?? format),
    }),
    tags: readTagNames(reading, node),
    ...describeLife(inherit(parent, governanceOf(reading, node, 'message'))),
    ...classesOf(reading, node),
    at: node.at,
  }
}

/** AsyncAPI 2: one message, or `oneOf` several. */
export function messagesOf(reading: Reading, node: Node, parent: Governance): readonly Message[] {
  const value = own(node.value, 'message')
  if (value === undefined) return []
  const at = fieldAt(node, 'message')
  const oneOf = objectOf(reading, node, 'message')
  const alternatives = oneOf && listOf(reading, oneOf, 'oneOf')
  const entries = alternatives ?? [{ value, at }]
  const messages = entries.flatMap((entry) => readMessage(reading, entry.value, entry.at, { parent }) ?? [])
  return uniquelyNamed(messages)
}

/** AsyncAPI 3: by key. */
export function readMessageMap(reading: Reading, node: Node, parent: Governance): readonly Message[] {
  return entriesOf(reading, node, 'messages', true).flatMap(
    ({ key, value, at }) => readMessage(reading, value, at, { name: key, parent }) ?? [],
  )
}

/** Gives messages that share a name a number; a message that occurs again is the same one. */
export function uniquelyNamed(messages: readonly Message[]): readonly Message[] {
  const taken = new Map<string, Message>()
  for (const message of messages) {
    let { name } = message
    for (let count = 2; isOther(taken.get(name), message); count++) name = `${message.name}${count}`
    if (!taken.has(name)) taken.set(name, name === message.name ? message : { ...message, name })
  }
  return [...taken.values()]
}

/** What the lifecycle says of a node that has no field of its own for it. */
export function describeLife(governance: Governance): {
  readonly deprecated: boolean
  readonly governance: Governance
} {
  const state = governance.lifecycle?.value.state
  return { deprecated: state === 'deprecated' || state === 'retired', governance }
}

export function readTagNames(reading: Reading, node: Node): readonly string[] {
  return (listOf(reading, node, 'tags') ?? []).flatMap(({ value, at }) => {
    const tag = target(reading, 'tags', value, at)
    return (tag && nameOf(reading, tag, 'name')) ?? []
  })
}

function readCorrelationId(reading: Reading, node: Node): string | undefined {
  const value = own(node.value, 'correlationId')
  const found =
    value === undefined ? undefined : target(reading, 'correlationId', value, fieldAt(node, 'correlationId'))
  return found && nameOf(reading, found, 'location')
}

function madeUpName(reading: Reading, node: Node, value: JsonValue): string {
  const declared = nameOf(reading, node, 'messageId') ?? nameOf(reading, node, 'name')
  const key = refOf(value)?.split('/').at(-1)
  return declared ?? (key === undefined || key === '' ? 'message' : decodeKey(key))
}

function decodeKey(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

function isOther(known: Message | undefined, message: Message): boolean {
  return known !== undefined && !(known.at.document === message.at.document && known.at.pointer === message.at.pointer)
}
