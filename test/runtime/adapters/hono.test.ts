import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { mount } from 'hono/mount'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { toHono } from '../../../src/runtime/src/hono/index.js'
import { describeAdapter } from './conformance.js'
import { type Calls, callsOf, setup } from './support/application.js'
import { fetchable, servers } from './support/serve.js'

// Its server tells the console of every stream that breaks off.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

describeAdapter('hono', fetchable(servers.hono))

/** Without Node, as on Workers, Deno and Bun. */
const calling = (app: Hono): Calls =>
  callsOf('http://orders.test', async (input, init) => app.fetch(new Request(input, init)))
const handlers = { createOrder: setup.created, getOrder: setup.found }

describe('hono', () => {
  it('leaves what the contract does not have to the application, and keeps the rest to itself', async () => {
    const app = new Hono()
    app.use(toHono(setup.server(handlers)))
    app.get('/hello', (context) => context.text('hello'))
    app.get('/orders/:id', (context) => context.text('not governed'))
    const { get } = calling(app)
    expect(await get('/hello')).toEqual([200, 'hello'])
    expect((await get('/nowhere'))[0]).toBe(404)
    expect(await get('/orders/o1')).toEqual([200, expect.stringContaining('"tenantId":"acme"')])
    expect((await get('/orders/a%2Fb'))[0]).toBe(400)
  })

  it('serves below a path by its base path, or as a fetch handler that is mounted', async () => {
    const app = new Hono()
    app.use('/api/*', toHono(setup.server(handlers, [], '/api')))
    app.all('/mounted/*', mount(toFetch(setup.server(handlers))))
    const { get } = calling(app)
    expect((await get('/api/orders/o1?x=1'))[0]).toBe(200)
    expect((await get('/mounted/orders/o1'))[0]).toBe(200)
    expect((await get('/orders/o1'))[0]).toBe(404)
  })

  it('sends what middleware has set, and its own headers as they are', async () => {
    const app = new Hono()
    app.use(cors())
    app.use(toHono(setup.server(handlers)))
    const headers = await calling(app).headersOf('/orders/o1')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-type')).toBe('application/json')
  })

  it('a body that middleware has read: 500 and a word about the setup', async () => {
    const errors: unknown[] = []
    const app = new Hono()
    app.use(async (context, next) => {
      if (context.req.method === 'POST') await context.req.json()
      await next()
    })
    app.use(toHono(setup.server(handlers, errors)))
    expect(await calling(app).post('/orders', '{"sku":"A-1"}')).toEqual([500, expect.stringContaining('TK7216')])
    expect(errors.map(String)).toEqual([expect.stringContaining('ConfigurationError')])
  })
})
