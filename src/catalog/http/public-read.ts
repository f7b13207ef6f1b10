import type { Authenticator, BodyReader, GovernedServer, RequestLike } from '@tenantkit/runtime'

/** What lets everybody read the contracts of one organisation. */
export interface PublicRead {
  authenticator(others: Authenticator): Authenticator
  server(server: GovernedServer): GovernedServer
}

/**
 * Requests that read and bring no credentials are made as a caller who may read contracts of this organisation, and do
 * nothing else. It is a caller like any other, so that nothing else has to know of it.
 *
 * @param secret stands for that caller between the two ends of this process; nobody else knows it.
 */
export function publicRead(organisation: string, secret: string): PublicRead {
  return {
    authenticator: (others) => ({
      authenticate: (presented) =>
        presented.kind === 'bearer' && presented.value === secret
          ? {
              outcome: 'authenticated',
              tenant: organisation,
              principal: {
                id: 'anonymous',
                issuer: undefined,
                scopes: ['contracts:read'],
                clearance: undefined,
                claims: { organisation, namespaces: [] },
              },
            }
          : others.authenticate(presented),
    }),
    server: (server) => ({
      serves: (target) => server.serves(target),
      handle: (request) =>
        server.handle(readsWithoutCredentials(request) ? new RequestWithSecret(request, secret) : request),
    }),
  }
}

function readsWithoutCredentials({ method, rawHeaders }: RequestLike): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return !rawHeaders.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization')
}

/** Certificate, address and signal are looked up when somebody asks for them. */
class RequestWithSecret implements RequestLike {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body?: Uint8Array<ArrayBuffer> | BodyReader
  readonly #request: RequestLike

  constructor(request: RequestLike, secret: string) {
    this.method = request.method
    this.target = request.target
    this.rawHeaders = [...request.rawHeaders, 'authorization', `Bearer ${secret}`]
    if (request.body) this.body = request.body
    this.#request = request
  }

  get certificate() {
    return this.#request.certificate
  }

  get address() {
    return this.#request.address
  }

  get signal() {
    return this.#request.signal
  }
}
