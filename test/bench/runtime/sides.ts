import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type GovernedServer, jwt, memoryIdempotency, type ServerOptions } from '@tenantkit/runtime'
import { listen } from '@tenantkit/runtime/node'
import express from 'express'
import { middleware } from 'express-openapi-validator'
import Fastify from 'fastify'
import openapiGlue from 'fastify-openapi-glue'
import { Hono } from 'hono'
import { byHand } from './by-hand.js'
import { contract, order, plainSchema } from './contract.js'

export const secret = new Uint8Array(32).fill(1)

/** A process of its own: what it has to remember would be collected while others are measured. */
export const keyed = 'tenantkit with an idempotency key'

/** Each starts to listen on a port of its own choice, and gives it. `folder` has what is generated of the contract. */
export const sides: Readonly<Record<string, (folder: string) => Promise<number>>> = {
  'bare node:http': bare,
  'the same checks by hand': () => byHand(secret),
  tenantkit,
  [keyed]: tenantkit,
  'fastify with schemas': fastify,
  hono,
  'fastify-openapi-glue': glue,
  'express-openapi-validator': expressValidator,
}

type Order = typeof order
const found = (id: string): Order => ({ ...order, id })

async function bare(): Promise<number> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return portOf(server)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      send(response, 200, found(request.url!.slice('/orders/'.length)))
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    send(response, 201, { ...(JSON.parse(Buffer.concat(chunks).toString()) as Order), tenantId: 'acme' })
  }
  function send(response: ServerResponse, status: number, body: Order): void {
    const text = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }
}

async function tenantkit(folder: string): Promise<number> {
  const { createBenchServer } = (await import(join(folder, 'server.js'))) as {
    createBenchServer(options: ServerOptions): GovernedServer
  }
  const make = ({ body, tenant }: { body: Order; tenant: { id: string } }) => ({
    status: 201,
    body: { ...body, tenantId: tenant.id },
  })
  const server = createBenchServer({
    handlers: {
      getOrder: ({ path }: { path: { orderId: string } }) => ({ status: 200, body: found(path.orderId) }),
      createOrder: make,
      createKeyedOrder: make,
    },
    authenticate: jwt({ secret, issuer: 'bench', audience: 'bench' }),
    idempotency: memoryIdempotency({ capPerTenant: 1_000_000, maxBytes: 1_000_000_000 }),
  })
  const { port } = await listen(server, { port: 0 })
  return port
}

async function fastify(): Promise<number> {
  const app = Fastify()
  app.get('/orders/:orderId', { schema: { response: { 200: plainSchema } } }, (request) =>
    found((request.params as { orderId: string }).orderId),
  )
  app.post('/orders', { schema: { body: plainSchema, response: { 201: plainSchema } } }, (request, reply) =>
    reply.code(201).send({ ...(request.body as Order), tenantId: 'acme' }),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  return portOf(app.server)
}

async function hono(): Promise<number> {
  const app = new Hono()
  app.get('/orders/:orderId', (context) => context.json(found(context.req.param('orderId'))))
  app.post('/orders', async (context) => context.json({ ...(await context.req.json<Order>()), tenantId: 'acme' }, 201))
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  })
}

async function glue(): Promise<number> {
  const app = Fastify({ ajv: { customOptions: { strict: false } } })
  const serviceHandlers = {
    getOrder: (request: { params: { orderId: string } }) => found(request.params.orderId),
    createOrder: (request: { body: Order }, reply: { code(status: number): { send(body: object): unknown } }) =>
      reply.code(201).send({ ...request.body, tenantId: 'acme' }),
    createKeyedOrder: () => ({}),
  }
  await app.register(openapiGlue, {
    specification: structuredClone(withoutSecurity()),
    serviceHandlers,
  } as Parameters<typeof openapiGlue>[1])
  await app.listen({ port: 0, host: '127.0.0.1' })
  return portOf(app.server)
}

async function expressValidator(): Promise<number> {
  const app = express()
  app.use(express.json())
  app.use(middleware({ apiSpec: structuredClone(withoutSecurity()) as never, validateResponses: true }))
  app.get('/orders/:orderId', (request, response) => void response.json(found(request.params.orderId)))
  app.post('/orders', (request, response) => {
    response.status(201).json({ ...(request.body as Order), tenantId: 'acme' })
  })
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(portOf(server)))
  })
}

function withoutSecurity(): object {
  const { security: _, ...rest } = contract
  return rest
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  return (server.address() as AddressInfo).port
}
