import type { IncomingMessage, ServerResponse } from 'node:http'
import { ConfigurationError } from '../error/index.js'
import { answer } from '../node/answer.js'
import type { GovernedServer } from '../server/index.js'

/** What is used of Fastify's request. */
export interface FastifyRequestLike {
  readonly raw: IncomingMessage
}

/** What is used of Fastify's reply. */
export interface FastifyReplyLike {
  readonly raw: ServerResponse
  hijack(): unknown
  getHeaders(): Readonly<Record<string, number | string | string[] | undefined>>
  callNotFound(): unknown
}

/** What is used of a Fastify instance, so that its package is not needed here. */
export interface FastifyLike {
  readonly prefix: string
  readonly supportedMethods: string[]
  route(options: {
    method: string[]
    url: string
    exposeHeadRoute: boolean
    onRequest: (request: FastifyRequestLike, reply: FastifyReplyLike) => void
    handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => unknown
  }): unknown
}

/**
 * The server as a plugin of Fastify 5: `app.register(fastifyPlugin(server))`, or with a `prefix`, after which the
 * contract's paths follow. Routes of the application win over the contract's; what neither has is Fastify's 404.
 *
 * It answers before Fastify would parse the body, and writes the bytes itself, so that nothing is read, validated or
 * serialised twice. `onRequest` hooks of the application run before, and headers that they set on the reply are sent;
 * `onResponse` hooks run after; `preHandler`, `preSerialization` and `onSend` do not.
 */
export function fastifyPlugin(
  server: GovernedServer,
): (app: FastifyLike, options: object, done: (error?: Error) => void) => void {
  return (app, _options, done) => {
    const { prefix } = app
    if (/[:*]/.test(prefix)) return done(new ConfigurationError('the prefix of the plugin has parameters'))
    app.route({
      method: app.supportedMethods,
      url: '/*',
      exposeHeadRoute: false,
      onRequest(request, reply) {
        const target = below(prefix, request.raw.url ?? '/')
        if (!server.serves(target)) return void reply.callNotFound()
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value)
        }
        answer(server, request.raw, reply.raw, { target })
      },
      handler: (_request, reply) => reply.callNotFound(),
    })
    done()
  }
}

function below(prefix: string, target: string): string {
  if (prefix === '' || prefix === '/') return target
  const rest = target.slice(prefix.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
