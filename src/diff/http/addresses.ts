import type { Server } from '../../contract/model/index.js'

/** Where a server is. `{}` stands for a variable that may be anything. */
export interface Address {
  /** `https://api.example.com`; empty when the server is wherever the contract was found. */
  readonly origin: string
  /** Without a slash at its end: `/v1`, or nothing. */
  readonly path: string
}

/** Addresses that one server stands for at most; variables beyond are left open. */
const maxAddresses = 64

/** All addresses of a server: one for each of the values that its variables list. */
export function addressesOf(server: Server): readonly Address[] {
  const { variables } = server
  let texts = ['']
  for (const piece of urlOf(server).split(/(\{[^{}]*\})/)) {
    const listed = piece.startsWith('{') ? variables.get(piece.slice(1, -1))?.enum : undefined
    const choices = listed ?? [piece.startsWith('{') ? '{}' : piece]
    const few = texts.length * choices.length <= maxAddresses ? choices : ['{}']
    texts = texts.flatMap((text) => few.map((choice) => `${text}${choice}`))
  }
  return texts.map(parseAddress)
}

/** With the protocol in front, which AsyncAPI 2 has beside it. */
export function urlOf({ url, protocol }: Pick<Server, 'url' | 'protocol'>): string {
  return protocol === undefined || url.includes('://') ? url : `${protocol}://${url}`
}

function parseAddress(url: string): Address {
  const [, scheme = '', host, rest = ''] = /^([a-z][a-z\d+.-]*:|\{\}:)?\/\/([^/?#]*)([^?#]*)/is.exec(url) ?? []
  if (host === undefined) return { origin: '', path: trimmed(`/${url.replace(/^\.?\//, '')}`) }
  const port = defaultPorts[scheme.toLowerCase()]
  const plain = host.toLowerCase()
  const origin = port !== undefined && plain.endsWith(port) ? plain.slice(0, -port.length) : plain
  return { origin: `${scheme.toLowerCase()}//${origin}`, path: trimmed(rest) }
}

const defaultPorts: Readonly<Partial<Record<string, string>>> = { 'http:': ':80', 'https:': ':443' }

function trimmed(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}

/** The address of an operation there. */
export function at({ origin, path }: Address, route: string): Address {
  return { origin, path: `${path}${route}` }
}

/** Whether a call to `given` arrives at `open`, whatever stands for the variables of the former. */
export function reaches(open: Address, given: Address): boolean {
  return matches(open.origin, given.origin) && matches(open.path, given.path)
}

/** `{}` takes any text but none. Leftmost matches suffice, as nothing stands behind the last piece. */
function matches(pattern: string, text: string): boolean {
  const pieces = pattern.split('{}')
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 1) return pattern === text
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let position = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position + 1)
    if (found < 0) return false
    position = found + piece.length
  }
  return position + 1 + last.length <= text.length
}

/** The path of an operation, whatever its parameters are called. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}')
}
