import type { Server } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { compareRequirements } from '../security/requirements.js'
import { brokerProtocol } from './broker-protocol.js'
import { isMigration } from './channel-side.js'
import { pairInPasses } from './pair-in-passes.js'
import { atKey, below, type Walk } from './walk.js'
import { walkBindings } from './walk-bindings.js'
import { walkServerGovernance } from './walk-governance.js'
import { walkServerVariables } from './walk-servers.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Which servers of both versions are one. */
export interface BrokerPairs {
  /** The same text for both servers of a pair; undefined for a name that no server has. */
  identityOf(side: 'before' | 'after', name: string): string | undefined
}

/**
 * Compares the servers of AsyncAPI: by where they are, whatever their names, then by name for those that moved. AsyncAPI 2
 * writes a URL, with or without the protocol; AsyncAPI 3 its parts.
 */
export function walkBrokers(walk: Walk): BrokerPairs {
  const named = isMigration(walk)
  const spoken = (server: Server): string => brokerProtocol(server, named).name
  const { kept, removed, added } = pairInPasses(walk.base.servers, walk.head.servers, [
    (server) => JSON.stringify([brokerAddress(server.url), spoken(server), server.name]),
    (server) => JSON.stringify([brokerAddress(server.url), spoken(server)]),
    (server) => JSON.stringify([brokerAddress(server.url), server.name]),
    ({ name }) => name,
    ({ url }) => brokerAddress(url),
  ])
  for (const server of removed) emitNode(walk, 'broker', 'removed', server, placeOf({ before: server }))
  for (const server of added) emitNode(walk, 'broker', 'added', server, placeOf({ after: server }))
  const identities = { before: new Map<string, string>(), after: new Map<string, string>() }
  for (const [index, pair] of kept.entries()) {
    walkBroker(walk, pair)
    if (pair.before.name !== undefined) identities.before.set(pair.before.name, `#${index}`)
    if (pair.after.name !== undefined) identities.after.set(pair.after.name, `#${index}`)
  }
  for (const { name } of removed) if (name !== undefined) identities.before.set(name, `removed ${name}`)
  for (const { name } of added) if (name !== undefined) identities.after.set(name, `added ${name}`)
  return { identityOf: (side, name) => identities[side].get(name) }
}

function walkBroker(walk: Walk, pair: Pair<Server>): void {
  const place = placeOf(pair)
  compareNode(walk, 'broker', pair, place, ['url', 'protocol', 'security'])
  const [from, to] = [pair.before.url, pair.after.url]
  if (brokerAddress(from) !== brokerAddress(to)) {
    emitField(walk, 'broker', pair, 'url', { action: 'changed', from, to }, place)
  }
  const named = isMigration(walk)
  const [was, is] = [brokerProtocol(pair.before, named).name, brokerProtocol(pair.after, named).name]
  if (was !== is) emitField(walk, 'broker', pair, 'protocol', { action: 'changed', from: was, to: is }, place)
  const { lost, gained } = compareRequirements(walk, pair.before.security, pair.after.security)
  if (lost.length > 0 || gained.length > 0) {
    const [before, after] = [pair.before.security, pair.after.security]
    const action = before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed'
    emitField(walk, 'broker', pair, 'security', { action, from: before, to: after }, place)
  }
  walkServerGovernance(walk, pair, place)
  walkServerVariables(walk, pair, place)
  walkBindings(walk, pair, place)
}

/** Host and path, without the protocol in front, with variables by position. */
export function brokerAddress(url: string): string {
  const bare = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const slash = bare.indexOf('/')
  const [host, path] = slash < 0 ? [bare, ''] : [bare.slice(0, slash), bare.slice(slash)]
  return `${unnamed(host).toLowerCase()}${unnamed(path.endsWith('/') ? path.slice(0, -1) : path)}`
}

function unnamed(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, '{}')
}

function placeOf(side: { readonly before?: Server; readonly after?: Server }): Place {
  const { name, url } = (side.after ?? side.before) as Server
  return atKey(below({ pointer: '' }, ['servers', name ?? url], side))
}
