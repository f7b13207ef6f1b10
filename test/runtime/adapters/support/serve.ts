import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { toExpress } from '../../../../src/runtime/src/express/index.js'
import { fastifyPlugin } from '../../../../src/runtime/src/fastify/index.js'
import { toHono } from '../../../../src/runtime/src/hono/index.js'
import type { GovernedServer } from '../../../../src/runtime/src/index.js'
import { listen } from '../../../../src/runtime/src/node/index.js'

/** Something that listens. */
export interface Served {
  readonly port: number
  close(): Promise<void>
}

/** Every adapter that can be reached over a socket, in the surroundings in which it is used. */
export const servers = {
  async node(server: GovernedServer): Promise<Served> {
    const { port, close } = await listen(server)
    return { port, close: () => close(1000) }
  },
  async fastify(server: GovernedServer): Promise<Served> {
    const app = fastify({ forceCloseConnections: true })
    app.register(fastifyPlugin(server))
    await app.listen({ port: 0, host: '127.0.0.1' })
    return { port: (app.server.address() as AddressInfo).port, close: () => app.close() }
  },
  async hono(server: GovernedServer): Promise<Served> {
    const app = new Hono<{ Bindings: HttpBindings }>()
    app.use(toHono(server))
    const http = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
    })
    return served(http as Http)
  },
  async express(server: GovernedServer): Promise<Served> {
    const app = express()
    app.use(toExpress(server))
    const http = createServer(app)
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    return served(http)
  },
} as const

type Http = ReturnType<typeof createServer>

function served(http: Http): Served {
  return {
    port: (http.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

/** The same for tests that call by fetch. */
export function fetchable(
  serve: (server: GovernedServer) => Promise<Served>,
): (server: GovernedServer) => Promise<{ url: string; fetch: typeof fetch; close: () => Promise<void> }> {
  return async (server) => {
    const { port, close } = await serve(server)
    return { url: `http://127.0.0.1:${port}`, fetch, close }
  }
}
