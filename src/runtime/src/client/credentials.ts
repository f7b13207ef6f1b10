import { RequestError } from '../error/index.js'
import { headerName, own } from '../wire/index.js'
import type {
  ClientContract,
  ClientOperation,
  ClientSecurityScheme,
  Credential,
  CredentialRequest,
  Credentials,
} from './types.js'

/** A credential in its place; the name of a query or cookie credential as the contract writes it. */
export interface SentCredential {
  readonly in: 'header' | 'query' | 'cookie'
  readonly name: string
  readonly value: string
}

/**
 * The credentials of the first alternative that is configured completely, asked for anew. An operation that may also be
 * called without any gets them when they are there.
 */
export async function credentialsOf(
  contract: ClientContract,
  operation: ClientOperation,
  auth: Credentials | undefined,
  tenant: string | undefined,
): Promise<readonly SentCredential[]> {
  const configured = (operation.security ?? []).find((alternative) => {
    const names = Object.keys(alternative)
    return names.length > 0 && names.every((name) => isConfigured(contract, name, auth))
  })
  const sent: SentCredential[] = []
  for (const [name, scopes] of Object.entries(configured ?? {})) {
    const scheme = own(contract.securitySchemes, name)
    const credential = credentialFor(name, auth)
    if (!scheme || credential === undefined || scheme.type === 'mutualTLS') continue
    const request: CredentialRequest = { operation: operation.id, tenant, scopes }
    sent.push(place(scheme, visible(typeof credential === 'function' ? await credential(request) : credential)))
  }
  return sent
}

function isConfigured(contract: ClientContract, name: string, auth: Credentials | undefined): boolean {
  // A client certificate belongs to the connection, not to the request. Schemes that are not listed are of that kind.
  const scheme = own(contract.securitySchemes, name)
  return !scheme || scheme.type === 'mutualTLS' || credentialFor(name, auth) !== undefined
}

function credentialFor(name: string, auth: Credentials | undefined): Credential | undefined {
  return typeof auth === 'object' ? own(auth, name) : auth
}

function place(scheme: Exclude<ClientSecurityScheme, { type: 'mutualTLS' }>, value: string): SentCredential {
  if (scheme.type === 'apiKey') return { in: scheme.in, name: scheme.name, value }
  const authorization = { in: 'header', name: 'authorization' } as const
  if (scheme.type !== 'http' || scheme.scheme.toLowerCase() === 'bearer') {
    return { ...authorization, value: `Bearer ${value}` }
  }
  // RFC 7617: `user:password`, as UTF-8.
  if (scheme.scheme.toLowerCase() === 'basic') return { ...authorization, value: `Basic ${base64(value)}` }
  return { ...authorization, value: `${headerName(scheme.scheme)} ${value}` }
}

/** Anything else would end the header or be changed on its way; basic credentials alone may be any text. */
function visible(value: unknown): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (typeof value === 'string' && value !== '' && !/[\0-\x1f\x7f]/.test(value)) return value
  throw new RequestError('TK7109', 'it must be text of one line that is not empty')
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
