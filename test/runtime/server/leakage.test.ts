import { describe, expect, it, vi } from 'vitest'
import {
  type App,
  acme,
  answerOf,
  beta,
  createApp,
  orderOf,
  type TestHandler,
  textOf,
  tokenOf,
} from '../support/app.js'
import { transportName } from '../support/transport.js'

const generic = {
  type: 'urn:tenantkit:problem:server-failed',
  title: 'the server failed',
  status: 500,
  code: 'TK7216',
}

describe('what a handler answers', () => {
  it('T50 a row of another tenant: 500 without a word, and an audit entry', async () => {
    const app = createApp({ getOrder: () => ({ status: 200, body: orderOf('beta') }) })
    const answer = await app.call('/orders/o1', { as: acme })
    expect([answer.status, answer.json]).toEqual([500, generic])
    expect(app.audit.events).toEqual([
      expect.objectContaining({
        event: 'leak-blocked',
        tenant: 'acme',
        operation: 'getOrder',
        status: 500,
        details: { at: 'Order.tenantId' },
      }),
    ])
  })

  it('T51 T52 one foreign row in a list of 100, at any place: all of it is blocked', async () => {
    for (const place of [0, 50, 99]) {
      const items = Array.from({ length: 100 }, (_, index) => orderOf(index === place ? 'beta' : 'acme', `o${index}`))
      const app = createApp({ listOrders: () => ({ status: 200, body: { items } }) })
      const answer = await app.call('/orders', { as: acme })
      expect(answer.json).toEqual(generic)
    }
  })

  it('T56 a foreign id and one that does not exist: the same answer, headers too', async () => {
    const rows = new Map([['o1', orderOf('beta')]])
    const getOrder: TestHandler = ({ tenant, path, respond }) => {
      const row = rows.get(path.orderId)
      return row?.tenantId === tenant.id ? respond.ok(row) : respond.notFound({ title: 'no such order' })
    }
    const app = createApp({ getOrder })
    const headers = [['X-Request-Id', 'r1']] as const
    const foreign = await app.call('/orders/o1', { as: acme, headers })
    const missing = await app.call('/orders/o2', { as: acme, headers })
    expect(foreign.status).toBe(404)
    expect([foreign.text, [...foreign.headers]]).toEqual([missing.text, [...missing.headers]])
  })

  it('T55 many ids, some of them foreign: the same answer as if those did not exist', async () => {
    const rows = new Map([
      ['o1', orderOf('acme', 'o1')],
      ['o2', orderOf('beta', 'o2')],
    ])
    const findOrders: TestHandler = ({ tenant, query, respond }) => {
      const found = (query['ids'] as string[]).flatMap((id) => rows.get(id) ?? [])
      return respond.ok({ items: found.filter(({ tenantId }) => tenantId === tenant.id) })
    }
    const app = createApp({ findOrders })
    const headers = [['X-Request-Id', 'r1']] as const
    const foreign = await app.call('/found-orders?ids=o1&ids=o2', { as: acme, headers })
    const missing = await app.call('/found-orders?ids=o1&ids=o3', { as: acme, headers })
    expect(foreign.json).toMatchObject({ items: [{ id: 'o1' }] })
    expect([foreign.text, [...foreign.headers]]).toEqual([missing.text, [...missing.headers]])
    // Where the handler forgets to look, nothing of the answer goes out.
    const careless = createApp({
      findOrders: ({ query, respond }) =>
        respond.ok({ items: (query['ids'] as string[]).flatMap((id) => rows.get(id) ?? []) }),
    })
    expect((await careless.call('/found-orders?ids=o1&ids=o2', { as: acme, headers })).json).toEqual(generic)
  })

  it('T57 T58 T73 an error of the handler: nothing of it reaches the caller or the audit, only its kind and place', async () => {
    const app = createApp({
      getOrder: () => {
        throw new RangeError("duplicate key 'canary@beta.example' in /srv/orders\n    at forged (canary:1:1)")
      },
    })
    const answer = await app.call('/orders/o1', { as: acme })
    expect(answer.json).toEqual(generic)
    const [event] = app.audit.events
    expect(event).toMatchObject({ event: 'handler-failed', reason: 'RangeError' })
    expect((event?.details as { at: string[] }).at[0]).toMatch(/leakage\.test\.ts:\d+:\d+$/)
    expect(JSON.stringify(event)).not.toContain('canary')
    expect(app.errors).toEqual([expect.any(RangeError)])
  })

  it('T60 answers of a tenant are private and vary by who asks; there is no 304 across tenants', async () => {
    const app = createApp({ getOrder: ({ tenant }) => ({ status: 200, body: orderOf(tenant.id) }) })
    const answer = await app.call('/orders/o1', { as: acme, headers: [['If-None-Match', '*']] })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('vary')).toBe('authorization')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('T62 properties that are not declared are not sent', async () => {
    const app = createApp({ getOrder: () => ({ status: 200, body: { ...orderOf('acme'), password: 'canary' } }) })
    expect((await app.call('/orders/o1', { as: acme })).text).not.toContain('canary')
  })

  it('T64 __proto__ and toJSON: no pollution, not called', async () => {
    const toJSON = vi.fn(() => orderOf('beta'))
    const seen: unknown[] = []
    const createOrder: TestHandler = ({ body, respond }) => {
      seen.push(Object.getPrototypeOf(body), Object.keys(body))
      return respond.created({ ...orderOf('acme'), toJSON }, { location: '/o' })
    }
    const app = createApp({ createOrder })
    const answer = await app.call('/orders', {
      method: 'POST',
      as: acme,
      body: '{"sku":"A-1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      headers: [
        ['Content-Type', 'application/json'],
        ['Idempotency-Key', 'key-0123456789abcdef'],
      ],
    })
    expect(answer.status).toBe(201)
    expect(seen).toEqual([Object.prototype, ['sku', '__proto__', 'constructor']])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(toJSON).not.toHaveBeenCalled()
  })

  it.each([
    ['nothing', undefined, 'reply-missing'],
    ['no status', { body: {} }, 'status-malformed'],
    ['a status that is not declared', { status: 202, body: orderOf('acme') }, 'status-undeclared-202'],
    ['an informational status', { status: 101, body: orderOf('acme') }, 'status-malformed'],
    ['no body', { status: 200 }, 'body-invalid'],
    ['a body of another shape', { status: 200, body: { id: 1, tenantId: 'acme' } }, 'body-invalid'],
    [
      'a media type that is not declared',
      { status: 200, body: orderOf('acme'), contentType: 'text/html' },
      'content-type-undeclared',
    ],
    [
      'a header in the media type',
      { status: 200, body: orderOf('acme'), contentType: 'application/json\r\nx: y' },
      'content-type-malformed',
    ],
  ])('%s is not sent: 500 and audit', async (_, reply, reason) => {
    const app = createApp({ getOrder: () => reply })
    expect((await app.call('/orders/o1', { as: acme })).json).toEqual(generic)
    expect(app.audit.events).toEqual([expect.objectContaining({ event: 'response-refused', reason })])
  })

  it('names the places of an invalid answer in the audit, without the values', async () => {
    const app = createApp({ getOrder: () => ({ status: 200, body: { id: 42, tenantId: 'acme', note: ['canary'] } }) })
    await app.call('/orders/o1', { as: acme })
    expect(app.audit.events[0]?.details).toEqual({ issues: ['/body/id type', '/body/note type'] })
  })

  it.each([
    ['missing', undefined, 'header-missing'],
    ['invalid', { location: 1 }, 'header-invalid'],
    ['with a line break', { location: '/o\r\nset-cookie: a=b' }, 'header-not-sendable'],
  ])('a required header that is %s: 500', async (_, headers, reason) => {
    const app = createApp({ createOrder: () => ({ status: 201, body: orderOf('acme'), headers }) })
    const answer = await app.call('/orders', {
      method: 'POST',
      as: acme,
      body: { sku: 'A-1' },
      headers: [['Idempotency-Key', 'key-0123456789abcdef']],
    })
    expect([answer.status, answer.headers.has('set-cookie')]).toEqual([500, false])
    expect(app.audit.events[0]).toMatchObject({ event: 'response-refused', reason })
  })

  it('T59 a stream with a foreign row mid-way ends before that row', async () => {
    const closed = vi.fn()
    async function* rows(): AsyncGenerator {
      try {
        yield orderOf('acme', 'o1')
        yield orderOf('beta', 'canary')
        yield orderOf('acme', 'o3')
      } finally {
        closed()
      }
    }
    for (const target of ['/export', '/order-events']) {
      closed.mockClear()
      const asEvents = async function* (): AsyncGenerator {
        for await (const data of rows()) yield { data, id: '1' }
      }
      const app = createApp({
        exportOrders: () => ({ status: 200, body: rows() }),
        watchOrders: () => ({ status: 200, body: asEvents() }),
      })
      const { status, body } = await app.raw({ target, rawHeaders: ['Authorization', `Bearer ${tokenOf(acme)}`] })
      expect(status).toBe(200)
      const sent: unknown[] = []
      const reading = (async () => {
        for await (const chunk of body as AsyncIterable<string | Uint8Array>) sent.push(Buffer.from(chunk).toString())
      })()
      await expect(reading).rejects.toThrow()
      const first =
        target === '/export'
          ? '{"id":"o1","tenantId":"acme","email":"****"}\n'
          : 'id: 1\ndata: {"id":"o1","tenantId":"acme","email":"****"}\n\n'
      // A connection that breaks may take with it what was sent last.
      expect(transportName() === 'core' ? sent : [first]).toEqual([first])
      expect(first.startsWith(sent.join(''))).toBe(true)
      expect(app.audit.events).toEqual([expect.objectContaining({ event: 'leak-blocked', reason: 'stream' })])
      expect(closed).toHaveBeenCalledTimes(1)
    }
  })

  it('a stream with an invalid item, or one that fails, is broken off', async () => {
    const streams = [
      async function* () {
        yield { id: 1 }
      },
      async function* () {
        yield orderOf('acme')
        throw new Error('canary')
      },
    ]
    const reasons = ['item-invalid', 'stream']
    for (const [index, stream] of streams.entries()) {
      const app = createApp({ exportOrders: () => ({ status: 200, body: stream() }) })
      const { body } = await app.raw({ target: '/export', rawHeaders: ['Authorization', `Bearer ${tokenOf(acme)}`] })
      await expect(textOf(body)).rejects.toThrow()
      expect(app.audit.events[0]).toMatchObject({ reason: reasons[index] })
    }
  })

  it('masks by clearance, in lists and streams too', async () => {
    const app = createApp({ listOrders: () => ({ status: 200, body: { items: [orderOf('acme')] } }) })
    const emailFor = async (claims: object): Promise<unknown> =>
      ((await app.call('/orders', { as: { ...acme, ...claims } })).json as { items: { email: string }[] }).items[0]
        ?.email
    expect(await emailFor({})).toBe('****')
    expect(await emailFor({ clearance: 'support' })).toBe('o1@acme.example')
    expect(await emailFor({ clearance: '__proto__' })).toBe('****')
    expect(await emailFor({ clearance: ['support'] })).toBe('****')
  })

  it('T77 a value that cannot be written fails closed', async () => {
    const order = { ...orderOf('acme') }
    const app = createApp({
      getOrder: () => {
        const body = { ...order }
        let reads = 0
        Object.defineProperty(body, 'email', {
          enumerable: true,
          get() {
            reads += 1
            if (reads > 1) throw new Error('canary')
            return 'a@b.example'
          },
        })
        return { status: 200, body }
      },
    })
    const answer = await app.call('/orders/o1', { as: { ...acme, clearance: 'support' } })
    expect(answer.json).toEqual(generic)
    expect(app.audit.events[0]).toMatchObject({ event: 'response-refused', reason: 'Error' })
  })

  it('T74 secrets of request and answer are in no log, audit entry, error or problem', async () => {
    const secret = 'canary-7f3a'
    const lines: string[] = []
    const app: App = createApp(
      {
        createOrder: () => ({ status: 201, body: { ...orderOf('beta'), note: secret }, headers: { location: '/o' } }),
        getOrder: () => ({ status: 200, body: { id: 1, tenantId: secret } }),
      },
      { audit: { write: (event) => void lines.push(JSON.stringify(event)) } },
    )
    const send = (body: unknown): Promise<{ text: string }> =>
      app.call('/orders', { method: 'POST', as: acme, body, headers: [['Idempotency-Key', `${secret}-0123456789`]] })
    const answers = [
      await send({ sku: secret }),
      await send({ [secret]: 1 }),
      await send(`{"sku": "${secret}`),
      await send({ sku: 'A-1' }),
      await app.call(`/orders?state=${secret}`, { as: acme }),
      await app.call(`/orders?limit=${secret}`, { as: acme }),
      await app.call('/orders/o1', { as: acme }),
      await app.call('/orders/o1', { headers: [['Authorization', `Bearer ${secret}`]] }),
    ]
    for (const { text } of answers) expect(text).not.toContain(secret)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join()).not.toContain(secret)
    expect(app.errors.map(String).join()).not.toContain(secret)
  })

  it('T96 a tenant learns nothing of another one, whatever the other has done', async () => {
    const app = createApp({ getOrder: ({ respond }) => respond.notFound({ title: 'none' }) })
    const before = await app.call('/orders/o1', { as: beta, headers: [['X-Request-Id', 'r']] })
    await app.call('/orders/o1', { as: acme })
    const after = await app.call('/orders/o1', { as: beta, headers: [['X-Request-Id', 'r']] })
    expect([after.status, after.text, [...after.headers]]).toEqual([before.status, before.text, [...before.headers]])
  })

  it('an audit that fails changes no answer', async () => {
    const errors: unknown[] = []
    const options = {
      audit: { write: () => Promise.reject(new Error('audit down')) },
      onError: (error: unknown) => errors.push(error),
    }
    const app = createApp({ getOrder: () => ({ status: 200, body: orderOf('beta') }) }, options)
    expect((await app.call('/orders/o1', { as: acme })).status).toBe(500)
    expect(errors.map(String)).toContain('Error: audit down')
  })

  it('a text answer has its charset, a file goes out as it is', async () => {
    const app = createApp({
      putNote: ({ body, respond }) => respond.ok('text/plain', body),
      uploadFile: async ({ body }) => ({ status: 200, body: new Blob([await body.bytes()]) }),
    })
    const note = await app.call('/note', {
      method: 'PUT',
      as: acme,
      body: 'grüße',
      headers: [['Content-Type', 'text/plain']],
    })
    expect([note.text, note.headers.get('content-type')]).toEqual(['grüße', 'text/plain; charset=utf-8'])
    const file = await app.raw({
      method: 'PUT',
      target: '/files/a.bin',
      rawHeaders: ['Authorization', `Bearer ${tokenOf(acme)}`, 'Content-Type', 'image/png'],
      body: new Uint8Array([1, 2, 255]),
    })
    const { status, headers, bytes } = await answerOf(file)
    expect([status, [...bytes]]).toEqual([200, [1, 2, 255]])
    expect(headers.get('content-type')).toBe('application/octet-stream')
  })
})
