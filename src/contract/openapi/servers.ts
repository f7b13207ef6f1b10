import { readGovernance } from '../annotation/index.js'
import type { Origin, Server, ServerVariable } from '../model/index.js'
import {
  asObject,
  checkFields,
  entriesOf,
  type Node,
  nameOf,
  objectsOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
  textsOf,
} from './reading.js'

/** Undefined when nothing is declared at this level. */
export function readServers(reading: Reading, node: Node): readonly Server[] | undefined {
  const servers = objectsOf(reading, node, 'servers')?.flatMap((server) => readServer(reading, server) ?? [])
  return servers?.length ? servers : undefined
}

/** What the standard says of a contract without servers: it is at the root of where it was found. */
export function defaultServer(url: string, at: Origin): Server {
  return { kind: 'server', url, variables: new Map(), security: [], governance: {}, at }
}

function readServer(reading: Reading, node: Node): Server | undefined {
  checkFields(reading, node, 'server')
  const url = requiredNameOf(reading, node, 'url', 'a server')
  if (url === undefined) return undefined
  const variables = new Map<string, ServerVariable>()
  for (const { key, value, at } of entriesOf(reading, node, 'variables')) {
    const variable = asObject(reading, key, value, at)
    if (variable) variables.set(key, readVariable(reading, variable))
  }
  for (const [, name = ''] of url.matchAll(/\{([^{}]*)\}/g)) {
    if (!variables.has(name)) reading.problems.report('TK1128', { name }, { at: node.at })
  }
  return present({
    kind: 'server' as const,
    url,
    name: nameOf(reading, node, 'name'),
    protocol: /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase(),
    description: textOf(reading, node, 'description'),
    variables,
    security: [],
    governance: readGovernance(node.value, node.at, 'server', reading.problems),
    at: node.at,
  })
}

function readVariable(reading: Reading, node: Node): ServerVariable {
  checkFields(reading, node, 'server variable')
  return present({
    default: textOf(reading, node, 'default'),
    enum: textsOf(reading, node, 'enum'),
    description: textOf(reading, node, 'description'),
  })
}
