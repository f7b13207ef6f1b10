import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type GovernedServer, memoryIdempotency, type ServerOptions } from '../../src/runtime/src/index.js'
import { testServer } from '../../src/runtime/src/testing/index.js'
import { generated } from './support/generated.js'

/** Bodies that say what is looked for, from the contract to the refusal. */
const email = { type: 'string', 'x-data-classification': { sensitivity: 'confidential', category: 'contact.email' } }
const order = { type: 'object', properties: { id: { type: 'string' }, total: { type: 'number' }, email } }
const list = { type: 'array', items: order }
const page = { type: 'object', properties: { rows: list, next: { type: 'string' } } }
const anything = { type: 'object', additionalProperties: true }
const answers = (status: string, schema: object) => ({
  [status]: { description: 'It.', content: { 'application/json': { schema } } },
})
const post = (operationId: string, responses: object, more: object = {}, schema: object = anything) => ({
  post: {
    operationId,
    tags: ['orders'],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses,
    ...more,
  },
})
const overridden = {
  type: 'object',
  properties: {
    email: {
      type: 'string',
      'x-data-classification': { sensitivity: 'internal', override: { reason: 'who asks knows it' } },
    },
  },
}

const folder = await generated('search', {
  openapi: '3.1.0',
  info: { title: 'Search', version: '1.0.0' },
  servers: [{ url: 'https://search.example.com' }],
  'x-tenant-scope': 'tenant',
  security: [{ session: [] }],
  paths: {
    '/list': post('searchList', answers('200', list)),
    '/page': post('searchPage', answers('200', page)),
    '/known': post('searchKnown', answers('200', list), {}, overridden),
    '/orders': post('createOrders', answers('201', list)),
    '/keyed': post('replaceOrders', answers('200', list), { 'x-idempotency': 'optional' }),
    '/one': post('createOrder', answers('200', order)),
  },
  components: {
    securitySchemes: {
      session: { type: 'http', scheme: 'bearer', 'x-tenant-key': { source: 'token', claim: 'tenant_id' } },
    },
  },
})
const { createSearchServer } = (await import(join(folder, 'server.js'))) as {
  createSearchServer(options: ServerOptions): GovernedServer
}
const handler = vi.fn((request: { readonly respond: Record<string, (body: unknown) => unknown> }) => {
  const { ok, created } = request.respond
  return (ok ?? created)?.([])
})
const operations = ['searchList', 'searchPage', 'searchKnown', 'createOrders', 'replaceOrders', 'createOrder']
const made = createSearchServer({
  handlers: {
    ...Object.fromEntries(operations.map((name) => [name, handler])),
    searchPage: () => ({ status: 200, body: { rows: [] } }),
    createOrder: () => ({ status: 200, body: {} }),
  },
  authenticate: { authenticate: () => ({ outcome: 'refused', reason: 'unused' }) },
  idempotency: memoryIdempotency(),
})
const app = testServer(made)
const statusOf = async (path: string, body: unknown): Promise<number> => {
  const headers = { 'content-type': 'application/json' }
  const { status } = await app.as({ tenant: 'acme' })(path, { method: 'POST', body: JSON.stringify(body), headers })
  return status
}

describe('T71 a body that says what is looked for', () => {
  it.each(['/list', '/page'])('chooses by nothing that the caller is not shown: %s', async (path) => {
    expect(await statusOf(path, { sort: ['-total'], filter: { id: 'o1' } })).toBe(200)
    expect(await statusOf(path, { sort: ['-email'] })).toBe(403)
    expect(await statusOf(path, { email: 'ann@example.com' })).toBe(403)
  })

  it('may choose by what the contract says is known', async () => {
    expect(await statusOf('/known', { email: 'ann@example.com' })).toBe(200)
  })

  it.each([
    ['that makes something', '/orders'],
    ['that has a key', '/keyed'],
    ['that answers with no list', '/one'],
  ])('is none %s', async (_, path) => {
    expect(await statusOf(path, { email: 'ann@example.com', order: { email: 'x' } })).toBeLessThan(300)
  })
})
