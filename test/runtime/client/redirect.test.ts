import { describe, expect, test } from 'vitest'
import { type ClientOperation, createTransport } from '../../../src/runtime/src/gen1/index.js'
import { anyJson, contract, json, operation, serve, type TestServer } from './support.js'

const redirect = (location: string, status = 302): Promise<TestServer> =>
  serve((request, response) => {
    if (request.url === '/things') response.writeHead(status, { location }).end()
    else json(response, 200, { at: request.url })
  })
const call = (server: TestServer, parts: Partial<ClientOperation> = {}, body?: unknown): Promise<unknown> =>
  createTransport(
    { ...contract, propagatesTenant: true, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    { baseUrl: server.url, auth: 'token', tenant: 'acme' },
  ).call(operation({ scope: 'tenant', security: [{ bearer: [] }], ...parts }), { body }, undefined)

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    '%i within the origin is followed for safe methods, headers and all',
    async (status) => {
      const server = await redirect('/other?x=1', status)
      expect(await call(server)).toMatchObject({
        status: 200,
        body: { at: '/other?x=1' },
        response: { url: `${server.url}/other?x=1` },
      })
      expect(server.received[1]?.headers).toMatchObject({ authorization: 'Bearer token', 'x-tenant-id': 'acme' })
    },
  )
  test('T45 to another origin is refused: credentials, tenant and key stay at home', async () => {
    const other = await serve((_, response) => json(response, 200, {}))
    for (const location of [`${other.url}/x`, `//127.0.0.1:${new URL(other.url).port}/x`]) {
      const server = await redirect(location)
      await expect(call(server)).rejects.toMatchObject({
        name: 'ConnectionError',
        code: 'TK7124',
        message: 'the server redirects where the call must not follow: doThing, it leads to another origin (TK7124)',
      })
    }
    expect(other.received).toEqual([])
  })
  test('to another scheme, or with credentials, is refused', async () => {
    for (const location of ['https://127.0.0.1/', 'javascript:alert(1)', 'http://[', 'http://u:p@127.0.0.1/']) {
      await expect(call(await redirect(location))).rejects.toMatchObject({ code: 'TK7124' })
    }
  })
  test('of a call that is not safe is refused', async () => {
    const server = await redirect('/other', 307)
    const parts = { method: 'POST', body: { required: true, content: anyJson } }
    await expect(call(server, parts, {})).rejects.toMatchObject({ code: 'TK7124' })
    expect(server.received).toHaveLength(1)
  })
  test('after redirect ends at the fifth', async () => {
    const server = await serve((request, response) => {
      const hop = Number(request.url.slice(1)) || 0
      if (hop === 5) json(response, 200, {})
      else response.writeHead(302, { location: `/${hop + 1}` }).end()
    })
    await expect(call(server)).resolves.toMatchObject({ status: 200 })
    const endless = await serve((_, response) => response.writeHead(302, { location: '/again' }).end())
    await expect(call(endless)).rejects.toMatchObject({ code: 'TK7124' })
    expect(endless.received).toHaveLength(6)
  })
  test('that the contract declares is an answer', async () => {
    const server = await redirect('https://elsewhere.example/', 303)
    const responses = [{ status: '303', content: [], headers: [{ name: 'location' }] }]
    expect(await call(server, { responses })).toMatchObject({
      status: 303,
      headers: { location: 'https://elsewhere.example/' },
    })
    expect(await call(server, { responses: [{ status: '3XX', content: [] }] })).toMatchObject({ status: 303 })
  })
  test('304 is none, nor is a redirect without a target', async () => {
    const server = await serve((_, response) => response.writeHead(304).end())
    expect(await call(server)).toMatchObject({ status: 304, body: undefined })
    const nowhere = await serve((_, response) => json(response, 302, { a: 1 }))
    expect(await call(nowhere)).toMatchObject({ status: 302, body: { a: 1 } })
  })
  test('that a browser hides is refused', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const transport = createTransport(contract, { baseUrl: 'http://localhost', fetch: async () => hidden })
    await expect(transport.call(operation(), {}, undefined)).rejects.toMatchObject({ code: 'TK7124' })
  })
})
