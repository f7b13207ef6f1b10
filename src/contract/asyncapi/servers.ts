import { readGovernance } from '../annotation/index.js'
import type { Server, ServerVariable } from '../model/index.js'
import { readBindings } from './bindings.js'
import {
  checkFields,
  entriesOf,
  listOf,
  type Node,
  nameOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
} from './reading.js'
import { target } from './reference.js'
import { readSecurity, type Schemes } from './security.js'

export function readServers(reading: Reading, root: Node, schemes: Schemes): readonly Server[] {
  return entriesOf(reading, root, 'servers', true).flatMap(({ key, value, at }) => {
    const node = target(reading, key, value, at)
    return node ? [readServer(reading, key, node, schemes)] : []
  })
}

function readServer(reading: Reading, name: string, node: Node, schemes: Schemes): Server {
  checkFields(reading, node, 'server')
  const protocol = requiredNameOf(reading, node, 'protocol', 'a server')
  return {
    kind: 'server',
    url: readUrl(reading, node, protocol),
    name,
    ...present({
      protocol,
      description: textOf(reading, node, 'description'),
      bindings: readBindings(reading, node, 'server'),
    }),
    variables: readVariables(reading, node),
    security: readSecurity(reading, node, schemes, name),
    governance: readGovernance(node.value, node.at, 'server', reading.problems),
    at: node.at,
  }
}

function readUrl(reading: Reading, node: Node, protocol: string | undefined): string {
  if (reading.major === 2) return requiredNameOf(reading, node, 'url', 'a server') ?? ''
  const host = requiredNameOf(reading, node, 'host', 'a server') ?? ''
  return `${protocol === undefined ? '' : `${protocol}://`}${host}${nameOf(reading, node, 'pathname') ?? ''}`
}

function readVariables(reading: Reading, node: Node): ReadonlyMap<string, ServerVariable> {
  const variables = entriesOf(reading, node, 'variables', true).flatMap(({ key, value, at }) => {
    const found = target(reading, key, value, at)
    if (!found) return []
    checkFields(reading, found, 'server variable')
    const allowed = listOf(reading, found, 'enum')?.flatMap((item) =>
      typeof item.value === 'string' ? item.value : [],
    )
    const variable: ServerVariable = present({
      default: textOf(reading, found, 'default'),
      enum: allowed,
      description: textOf(reading, found, 'description'),
    })
    return [[key, variable] as const]
  })
  return new Map(variables)
}
