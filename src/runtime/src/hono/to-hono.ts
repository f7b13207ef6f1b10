import { type AsSent, requestOf, responseOf } from '../fetch/to-fetch.js'
import { type GovernedServer, hasBody } from '../server/index.js'

/** What is used of Hono's context. */
export interface HonoContextLike {
  readonly req: { readonly raw: Request }
  readonly env: unknown
}
export type HonoHandler = (context: HonoContextLike, next: () => Promise<void>) => Promise<Response | undefined>

/**
 * The server as middleware of Hono 4: `app.use(toHono(server))`. What the contract has no path for goes on to the
 * application's other routes. Hono cuts no prefix off: below `/api/*` give the server the `basePath` `/api`.
 *
 * On Node (`@hono/node-server`) headers and target are taken as they came over the wire, so that repeated headers and dot
 * segments are seen. Elsewhere they are what `Request` makes of them: joined, and resolved.
 */
export function toHono(server: GovernedServer): HonoHandler {
  return async ({ req: { raw }, env }, next) => {
    const request = requestOf(raw, wireOf(env))
    if (server.serves(request.target)) return responseOf(await server.handle(request))
    await next()
    return undefined
  }
}

/** `@hono/node-server` passes the message of node:http along. */
function wireOf(env: unknown): AsSent | undefined {
  const incoming = property(env, 'incoming')
  const target = property(incoming, 'url')
  const rawHeaders = property(incoming, 'rawHeaders')
  if (typeof target !== 'string' || !Array.isArray(rawHeaders)) return undefined
  return { target, rawHeaders, hasBody: hasBody(rawHeaders) }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
