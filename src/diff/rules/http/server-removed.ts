import type { Contract, Server } from '../../../contract/model/index.js'
import { type Address, addressesOf } from '../../http/addresses.js'
import { isWeaker } from '../../http/encryption.js'
import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'

const paths = "paths: { /orders: { get: { operationId: listOrders, responses: { '204': { description: None. } } } } }"

export const serverRemoved = defineDiffRule({
  code: 'TK3430',
  name: 'server-removed',
  category: 'structural',
  claims: ['server:removed'],
  summary: 'An address at which the API was called is not there any more.',
  message: 'the server `{url}` was removed{instead}',
  help: 'Keep answering there until {next}, with redirects if need be.',
  why: 'Clients call the address that the contract told them. Addresses are compared with paths together, so that a common prefix may wander from one to the other, and with the values of variables filled in.',
  example: {
    before: document('servers: [{ url: https://api.example.com/v1 }, { url: https://eu.example.com/v1 }]', paths),
    after: document('servers: [{ url: https://api.example.com/v1 }]', paths),
    finds: ['breaking server-removed: the server `https://eu.example.com/v1` was removed'],
  },
  judge: ({ before }, { base, head }) => {
    if (!before || isImplied(before, base)) return undefined
    const params = { url: before.url, instead: '' }
    const servers = serversOf(head)
    // In the clear where it was not: see `server-encryption-dropped`.
    if (servers.some((server) => isSameWeaker(before, server))) return undefined
    if (servers.some((server) => isSameWeaker(server, before))) {
      return { level: 'warning', params: { ...params, instead: ', and only its encrypted twin is left' } }
    }
    const mine = addressesOf(before)
    if (mine.every(isLocal)) return { level: 'info', params }
    const others = servers.filter((server) => !isImplied(server, head)).flatMap(addressesOf)
    // Relative to where the contract is: the same place, or said more exactly now.
    if (mine.every(({ origin, path }) => origin === '' && others.some((other) => other.path === path))) return undefined
    const isVague = others.every(({ origin }) => origin === '')
    if (isVague && (others.length === 0 || mine.every(({ path }) => others.some((other) => other.path === path)))) {
      const instead = ', and nothing says any more where the API is served'
      return { level: 'warning', params: { ...params, instead } }
    }
    return { level: 'breaking', params }
  },
})

export function serversOf({ servers, operations }: Contract): readonly Server[] {
  const own = operations.flatMap((operation) => (operation.kind === 'http' ? (operation.servers ?? []) : []))
  return [...new Set([...servers, ...own])]
}

/** What the standard puts where a contract names no server. */
export function isImplied({ url, at }: Server, contract: Contract): boolean {
  return url === '/' && at === contract.at
}

/** The same place, but for encryption. */
export function isSameWeaker(before: Server, after: Server): boolean {
  const [from] = addressesOf(before)
  return (
    from !== undefined &&
    addressesOf(after).some(
      (to) => isWeaker(from.origin, to.origin) && hostOf(from) === hostOf(to) && from.path === to.path,
    )
  )
}

function hostOf({ origin }: Address): string {
  return origin.replace(/^[^/]*\/\//, '').replace(/:\d+$/, '')
}

function isLocal({ origin }: Address): boolean {
  return /^[^/]*\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(origin)
}
