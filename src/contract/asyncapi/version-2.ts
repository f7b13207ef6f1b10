import { own } from '../../util/own.js'
import { inherit } from '../annotation/index.js'
import type { Channel, Governance } from '../model/index.js'
import { readBindings } from './bindings.js'
import { governanceOf } from './governed.js'
import { describeLife, messagesOf, readTagNames, uniquelyNamed } from './messages.js'
import type { OperationDraft } from './operation-ids.js'
import { readParameters } from './parameters.js'
import {
  checkFields,
  entriesOf,
  listOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  textOf,
} from './reading.js'
import { target } from './reference.js'
import { readSecurity, type Schemes } from './security.js'
import { withTraits } from './traits.js'

export interface Around {
  readonly governance: Governance
  readonly schemes: Schemes
  readonly servers: ReadonlySet<string>
}

/** AsyncAPI 2: channels by address, each with what may be published and subscribed to. */
export function readVersion2(
  reading: Reading,
  root: Node,
  around: Around,
): { readonly channels: readonly Channel[]; readonly operations: readonly OperationDraft[] } {
  const channels: Channel[] = []
  const operations: OperationDraft[] = []
  for (const { key, value, at } of entriesOf(reading, root, 'channels', true)) {
    const node = target(reading, key, value, at)
    if (!node) continue
    checkFields(reading, node, 'channel')
    const governance = inherit(around.governance, governanceOf(reading, node, 'channel'))
    const found = actions.flatMap(
      (action) => readOperation(reading, node, key, action, { ...around, governance }) ?? [],
    )
    operations.push(...found)
    channels.push({
      kind: 'channel',
      key,
      address: key,
      ...present({
        description: textOf(reading, node, 'description'),
        bindings: readBindings(reading, node, 'channel'),
      }),
      parameters: readParameters(reading, node, key),
      messages: uniquelyNamed(found.flatMap(({ messages }) => messages)),
      servers: readServerNames(reading, node, around.servers),
      tags: [],
      governance,
      at: node.at,
    })
  }
  return { channels, operations }
}

const actions = ['publish', 'subscribe'] as const

/** Both words are the other side's: what others publish, the application that the contract describes receives. */
function readOperation(
  reading: Reading,
  channel: Node,
  key: string,
  action: (typeof actions)[number],
  { governance: parent, schemes }: Around,
): OperationDraft | undefined {
  if (own(channel.value, action) === undefined) return undefined
  const found = objectOf(reading, channel, action)
  if (!found) return undefined
  checkFields(reading, found, 'operation')
  const node = withTraits(reading, found)
  const governance = inherit(parent, governanceOf(reading, node, 'operation'))
  const docs = own(node.value, 'externalDocs') === undefined ? undefined : objectOf(reading, node, 'externalDocs')
  return {
    kind: 'channel',
    operationId: nameOf(reading, node, 'operationId'),
    action: action === 'publish' ? 'receive' : 'send',
    channel: key,
    ...present({
      summary: textOf(reading, node, 'summary'),
      description: textOf(reading, node, 'description'),
      externalDocs: docs && nameOf(reading, docs, 'url'),
      bindings: readBindings(reading, node, 'operation'),
    }),
    tags: readTagNames(reading, node),
    security: readSecurity(reading, node, schemes, key),
    messages: messagesOf(reading, node, governance),
    ...describeLife(governance),
    at: node.at,
  }
}

function readServerNames(reading: Reading, node: Node, known: ReadonlySet<string>): readonly string[] {
  return (listOf(reading, node, 'servers') ?? []).flatMap(({ value, at }) => {
    if (typeof value !== 'string') return []
    if (!known.has(value)) reading.problems.report('TK1211', { server: value }, { at })
    return value
  })
}
