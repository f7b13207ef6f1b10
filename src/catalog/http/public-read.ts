import type { Authenticator, GovernedServer, RequestLike } from '@tenantkit/runtime'

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
      handle: (request) => server.handle(readsWithoutCredentials(request) ? withSecret(request, secret) : request),
    }),
  }
}

function readsWithoutCredentials({ method, rawHeaders }: RequestLike): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return !rawHeaders.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization')
}

function withSecret(request: RequestLike, secret: string): RequestLike {
  // Certificate and signal are looked up when somebody asks for them.
  return Object.create(request, {
    rawHeaders: { value: [...request.rawHeaders, 'authorization', `Bearer ${secret}`] },
  }) as RequestLike
}
