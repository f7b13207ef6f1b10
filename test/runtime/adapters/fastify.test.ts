import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, it, vi } from 'vitest'
import { fastifyPlugin } from '../../../src/runtime/src/fastify/index.js'
import { describeAdapter } from './conformance.js'
import { callsOf, setup } from './support/application.js'
import { fetchable, servers } from './support/serve.js'

describeAdapter('fastify', fetchable(servers.fastify))

async function withFastify(
  build: (app: FastifyInstance) => void,
  work: (calls: ReturnType<typeof callsOf>) => Promise<void>,
): Promise<void> {
  const app = fastify({ forceCloseConnections: true })
  build(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    await work(callsOf(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`))
  } finally {
    await app.close()
  }
}
const handlers = { createOrder: setup.created, getOrder: setup.found }

describe('fastify', () => {
  it('leaves what the contract does not have to the application; its own routes win', () =>
    withFastify(
      (app) => {
        app.register(fastifyPlugin(setup.server(handlers)))
        app.get('/hello', () => 'hello')
        app.post('/hello/:name', ({ body }) => ({ body }))
        app.get('/orders/mine', () => 'mine')
        app.setNotFoundHandler((_, reply) => reply.code(404).send('nowhere'))
      },
      async ({ get, post }) => {
        expect(await get('/hello')).toEqual([200, 'hello'])
        expect(await post('/hello/ann', '{"a":1}')).toEqual([200, '{"body":{"a":1}}'])
        expect(await get('/orders/mine')).toEqual([200, 'mine'])
        expect(await get('/nowhere')).toEqual([404, 'nowhere'])
        expect(await post('/nowhere', 'no JSON at all')).toEqual([404, 'nowhere'])
        expect(await get('/orders/o1')).toEqual([200, expect.stringContaining('"tenantId":"acme"')])
        expect((await get('/orders/a%2Fb'))[0]).toBe(400)
      },
    ))

  it('serves below a prefix, and together with other contracts', () =>
    withFastify(
      (app) => {
        app.register(fastifyPlugin(setup.server(handlers)), { prefix: '/api' })
        app.register(fastifyPlugin(setup.server({})), { prefix: '/other' })
      },
      async ({ get }) => {
        expect((await get('/api/orders/o1?x=1'))[0]).toBe(200)
        expect((await get('/other/orders/o1'))[0]).toBe(500)
        expect((await get('/orders/o1'))[0]).toBe(404)
        expect((await get('/api'))[0]).toBe(404)
      },
    ))

  it('refuses a prefix whose length it cannot know', async () => {
    const app = fastify()
    app.register(fastifyPlugin(setup.server({})), { prefix: '/:version' })
    await expect(app.ready()).rejects.toThrow('has parameters')
  })

  it('runs the hooks around it, sends the headers that they set, and lets nobody touch the bytes', () => {
    const answered = vi.fn()
    const touched = vi.fn()
    return withFastify(
      (app) => {
        app.addHook('onRequest', async (_, reply) => {
          reply.header('access-control-allow-origin', '*').header('cache-control', 'public')
        })
        app.addHook('onResponse', async (_, reply) => answered(reply.statusCode))
        for (const hook of ['preSerialization', 'onSend'] as const) {
          app.addHook(hook, async () => {
            touched(hook)
            return '{}'
          })
        }
        app.register(fastifyPlugin(setup.server(handlers)))
      },
      async ({ get, headersOf }) => {
        expect((await get('/orders/o1'))[1]).toContain('"id":"o1"')
        const headers = await headersOf('/orders/o1')
        expect(headers.get('access-control-allow-origin')).toBe('*')
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(headers.get('content-type')).toBe('application/json')
        await vi.waitUntil(() => answered.mock.calls.length === 2)
        expect(answered.mock.calls).toEqual([[200], [200]])
        expect(touched).not.toHaveBeenCalled()
      },
    )
  })

  it('a hook that refuses keeps the request from the contract', () => {
    const getOrder = vi.fn(setup.found)
    return withFastify(
      (app) => {
        app.addHook('onRequest', async (_, reply) => reply.code(418).send('no'))
        app.register(fastifyPlugin(setup.server({ getOrder })))
      },
      async ({ get }) => {
        expect(await get('/orders/o1')).toEqual([418, 'no'])
        expect(getOrder).not.toHaveBeenCalled()
      },
    )
  })

  it('reads bodies as they came, whatever parsers and limits the application has', () =>
    withFastify(
      (app) => {
        app.removeAllContentTypeParsers()
        app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 5 }, (_request, _body, done) => done(null, 'x'))
        app.register(fastifyPlugin(setup.server({ ...handlers, uploadFile: setup.echoed })))
      },
      async ({ post, put }) => {
        expect(await post('/orders', '{"sku":"größe"}')).toEqual([201, expect.stringContaining('"id":"größe"')])
        expect(await post('/orders', '{"sku":')).toEqual([400, expect.stringContaining('TK7214')])
        expect(await put('/files/a', 'bytes')).toEqual([200, 'bytes'])
      },
    ))
})
