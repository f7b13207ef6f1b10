import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { parseToken } from '../access/index.js'
import { type CatalogClient, createCatalogClient } from '../http/generated/client.js'

export interface Connection {
  /** Origin and path, without a slash at its end. */
  readonly url: string
  readonly client: CatalogClient
}

export interface ConnectOptions {
  readonly url: string
  readonly token: string
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** A client of a catalog. The token is sent to the origin of the URL and nowhere else; nothing is sent before a call. */
export function connect({ url, token, fetch }: ConnectOptions): Connection | Diagnostic {
  const address = addressOf(url)
  if ('code' in address) return address
  const parsed = parseToken(token.trim())
  // Not a word of what was given: it may be some other secret.
  if (!parsed) return diagnostic('TK5303', { reason: 'what is given is no token of a catalog' })
  const client = createCatalogClient({
    baseUrl: address.href,
    auth: token.trim(),
    tenant: parsed.organisation,
    attempts: 3,
    timeout: mostMilliseconds,
    ...(fetch && { fetch }),
  })
  return { url: address.href, client }
}

/** A gate may take two minutes, and wait for others before. */
const mostMilliseconds = 150_000

/** Where a catalog may be asked. */
export function addressOf(text: string): { readonly href: string } | Diagnostic {
  const refused = (reason: string): Diagnostic => diagnostic('TK5302', { reason })
  if (!URL.canParse(text)) return refused('it is no URL')
  const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return refused('it is neither https nor http')
  if (protocol === 'http:' && !isLoopback(hostname)) return refused('plain http leaves this machine')
  if (username !== '' || password !== '') return refused('it has a user')
  if (search !== '' || hash !== '') return refused('it has a query or a fragment')
  return { href: `${origin}${pathname.replace(/\/+$/, '')}` }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
