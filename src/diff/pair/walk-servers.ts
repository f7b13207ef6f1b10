import type { HttpOperation, Operation, Server } from '../../contract/model/index.js'
import { changesOf, compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { addressesOf, at, reaches, routeOf, urlOf } from '../http/addresses.js'
import { pairBy } from './pair-by.js'
import type { HttpPair } from './pair-http-operations.js'
import { below, type Walk } from './walk.js'
import { walkServerGovernance } from './walk-governance.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** What became of two lists of servers. */
interface ServerChanges {
  readonly lost: readonly Server[]
  readonly gained: readonly Server[]
  readonly kept: readonly Pair<Server>[]
}

/**
 * Compares where operations are called. A server is lost when one of its operations cannot be called there any more,
 * whichever part of the address stands with the server and which with the path.
 */
export function walkHttpServers(walk: Walk, pairs: readonly HttpPair[], placeOf: (pair: HttpPair) => Place): void {
  const seen = { lost: new Map<Server, HttpPair[]>(), gained: new Map<Server, HttpPair[]>() }
  const kept = new Map<Server, Pair<Server>>()
  const compared = new Map<string, ServerChanges>()
  const ids = numbered()
  for (const pair of pairs.filter(({ before }) => before.role === 'path')) {
    const before = pair.before.servers ?? walk.base.servers
    const after = pair.after.servers ?? walk.head.servers
    const isSame = pair.before.path === pair.after.path
    const routes = isSame ? none : { before: routeOf(pair.before.path), after: routeOf(pair.after.path) }
    const key = `${ids(before)} ${ids(after)} ${routes.before} ${routes.after}`
    const changes = compared.get(key) ?? compareServers(before, after, routes)
    compared.set(key, changes)
    for (const side of ['lost', 'gained'] as const) {
      for (const server of changes[side]) {
        const known = seen[side].get(server)
        if (known) known.push(pair)
        else seen[side].set(server, [pair])
      }
    }
    for (const both of changes.kept) kept.set(both.after, both)
  }
  const place = (server: Server, used: readonly HttpPair[], side: Partial<Pair<Server>>): Place =>
    serverPlace(walk, server, side, placeOf, used)
  for (const [server, used] of seen.lost)
    emitNode(walk, 'server', 'removed', server, place(server, used, { before: server }))
  for (const [server, used] of seen.gained)
    emitNode(walk, 'server', 'added', server, place(server, used, { after: server }))
  for (const both of kept.values()) walkServer(walk, both, serverPlace(walk, both.after, both, placeOf, []))
}

const none = { before: '', after: '' }

/** Gives every list a number of its own. */
function numbered(): (list: object) => number {
  const numbers = new Map<object, number>()
  return (list) => {
    const known = numbers.get(list) ?? numbers.size
    numbers.set(list, known)
    return known
  }
}

function compareServers(
  before: readonly Server[],
  after: readonly Server[],
  routes: { readonly before: string; readonly after: string },
): ServerChanges {
  const { kept } = pairBy(before, after, (server) => routeOf(urlOf(server)).replace(/\/$/, ''))
  const paired = new Set(kept.flatMap((pair) => [pair.before, pair.after]))
  const addresses = (servers: readonly Server[], route: string) =>
    servers.map((server) => ({ server, at: addressesOf(server).map((address) => at(address, route)) }))
  const [was, is] = [addresses(before, routes.before), addresses(after, routes.after)]
  const missing = (from: typeof was, to: typeof was): readonly Server[] =>
    from
      .filter(
        ({ at: mine }) =>
          !mine.every((each) => to.some(({ at: others }) => others.some((other) => reaches(other, each)))),
      )
      .map(({ server }) => server)
  const sameRoute = routes.before === routes.after
  // A variable of a server that stays has edits of its own.
  const isNew = (server: Server): boolean => !sameRoute || !paired.has(server)
  return { lost: missing(was, is).filter(isNew), gained: missing(is, was).filter(isNew), kept: sameRoute ? kept : [] }
}

function walkServer(walk: Walk, pair: Pair<Server>, place: Place): void {
  compareNode(walk, 'server', pair, place)
  walkServerGovernance(walk, pair, place)
  walkServerVariables(walk, pair, place)
}

/** Compares what may stand for the names in an address. */
export function walkServerVariables(walk: Walk, pair: Pair<Server>, place: Place): void {
  const [was, is] = [variablesOf(pair.before), variablesOf(pair.after)]
  for (const [index, name] of is.entries()) {
    const former = was[index]
    // Where nothing stood for it, the address is another one, which is told as a whole.
    if (former === undefined) continue
    const both = { before: pair.before.variables.get(former) ?? {}, after: pair.after.variables.get(name) ?? {} }
    const standing = (server: Server, key: string) => ({
      at: { document: server.at.document, pointer: `${server.at.pointer}/variables/${key}` },
    })
    const where = below(place, ['variables', name], {
      before: standing(pair.before, former),
      after: standing(pair.after, name),
    })
    compareNode(walk, 'server-variable', both, where, ['enum'])
    const isOpen = { before: both.before.enum === undefined, after: both.after.enum === undefined }
    // Without a list any value goes: a list that comes takes all others away.
    if (isOpen.before && !isOpen.after) emitField(walk, 'server-variable', both, 'enum', { action: 'removed' }, where)
    else if (isOpen.after && !isOpen.before)
      emitField(walk, 'server-variable', both, 'enum', { action: 'added' }, where)
    else
      for (const change of changesOf('set', both.before.enum, both.after.enum))
        emitField(walk, 'server-variable', both, 'enum', change, where)
  }
}

/** In the order of the address, where their names do not matter. */
function variablesOf({ url }: Server): readonly string[] {
  return [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}

function serverPlace(
  walk: Walk,
  server: Server,
  side: Partial<Pair<Server>>,
  placeOf: (pair: HttpPair) => Place,
  used: readonly HttpPair[],
): Place {
  const isShared = walk.base.servers.includes(server) || walk.head.servers.includes(server)
  const [first] = used
  if (isShared || !first) return below(rootPlace(walk), ['servers', server.url], side)
  const reached: readonly Operation[] = used.map(({ after }: Pair<HttpOperation>) => after)
  return { ...below(placeOf(first), ['servers', server.url], side), reaches: reached }
}

function rootPlace({ base, head }: Walk): Place {
  return { pointer: '', before: { at: base.at }, after: { at: head.at } }
}
