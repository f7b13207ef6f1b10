import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { describe, expect, it } from 'vitest'
import { toExpress } from '../../../src/runtime/src/express/index.js'
import { orderOf } from '../support/app.js'
import { describeAdapter } from './conformance.js'
import { callsOf, setup } from './support/application.js'
import { fetchable, servers } from './support/serve.js'

describeAdapter('express', fetchable(servers.express))

async function withExpress(
  build: (app: Express) => void,
  work: (calls: ReturnType<typeof callsOf>) => Promise<void>,
): Promise<void> {
  const app = express()
  build(app)
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  try {
    await work(callsOf(`http://127.0.0.1:${(http.address() as AddressInfo).port}`))
  } finally {
    http.closeAllConnections()
    http.close()
  }
}
const handlers = { createOrder: setup.created, getOrder: setup.found }

describe('express', () => {
  it('leaves what the contract does not have to the application, and keeps the rest to itself', () =>
    withExpress(
      (app) => {
        app.use(toExpress(setup.server(handlers)))
        app.get('/hello', (_, response) => void response.send('hello'))
        app.get('/orders/:id', (_, response) => void response.send('not governed'))
        app.use((_, response) => void response.status(404).send('nowhere'))
      },
      async ({ get }) => {
        expect(await get('/hello')).toEqual([200, 'hello'])
        expect(await get('/nowhere')).toEqual([404, 'nowhere'])
        expect(await get('/orders/o1')).toEqual([200, expect.stringContaining('"tenantId":"acme"')])
        expect((await get('/orders/a%2Fb'))[0]).toBe(400)
      },
    ))

  it('serves below a path, and together with other contracts', () =>
    withExpress(
      (app) => {
        app.use('/api', toExpress(setup.server(handlers)))
        app.use('/other', toExpress(setup.server({ getOrder: () => ({ status: 200, body: orderOf('beta') }) })))
      },
      async ({ get }) => {
        expect((await get('/api/orders/o1?x=1'))[0]).toBe(200)
        expect((await get('/other/orders/o1'))[0]).toBe(500)
        expect((await get('/orders/o1'))[0]).toBe(404)
      },
    ))

  it('sends what middleware has set on the response, and its own headers as they are', () =>
    withExpress(
      (app) => {
        app.use((_, response, next) => {
          response.setHeader('Access-Control-Allow-Origin', '*')
          response.setHeader('Cache-Control', 'public')
          next()
        })
        app.use(toExpress(setup.server(handlers)))
      },
      async ({ headersOf }) => {
        const headers = await headersOf('/orders/o1')
        expect(headers.get('access-control-allow-origin')).toBe('*')
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(headers.get('content-type')).toBe('application/json')
      },
    ))

  it('a body that a parser has read: 500 and a word about the setup, never what the parser made of it', () => {
    const errors: unknown[] = []
    return withExpress(
      (app) => {
        app.use(express.json(), express.raw({ type: 'image/*' }))
        app.use(toExpress(setup.server({ ...handlers, uploadFile: setup.echoed }, errors)))
      },
      async ({ post, put, get }) => {
        expect(await post('/orders', '{"sku":"A-1"}')).toEqual([500, expect.stringContaining('TK7216')])
        expect(await put('/files/a', 'x')).toEqual([500, expect.stringContaining('TK7216')])
        expect(errors.map(String)).toEqual(
          Array(2).fill(expect.stringContaining('ConfigurationError: the runtime cannot work with what it was given')),
        )
        expect((await get('/orders/o1'))[0]).toBe(200)
      },
    )
  })

  it('takes the bytes that a parser has kept as `rawBody`', () =>
    withExpress(
      (app) => {
        app.use(express.json({ verify: (request, _, bytes) => void Object.assign(request, { rawBody: bytes }) }))
        app.use(toExpress(setup.server(handlers)))
      },
      async ({ post }) => {
        expect(await post('/orders', '{"sku":"größe"}')).toEqual([201, expect.stringContaining('"id":"größe"')])
        expect((await post('/orders', '{"sku":1}'))[0]).toBe(422)
      },
    ))

  it('does not look at a query that Express has parsed', () =>
    withExpress(
      (app) => {
        app.set('query parser', () => ({ tenant: 'acme' }))
        app.use(toExpress(setup.server(handlers)))
      },
      async ({ get }) => {
        expect((await get('/orders/o1?tenant=beta'))[0]).toBe(403)
      },
    ))
})
