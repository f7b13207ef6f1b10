import { describe, expect, it, vi } from 'vitest'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../src/runtime/src/index.js'
import { capturingAudit } from '../../../src/runtime/src/testing/index.js'
import { acme, believing, beta, orderOf, type TestHandler, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'

/** An adapter that serves. */
export interface Served {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
  close(): Promise<void>
}

/** The body as it comes, in pieces of text. */
function textOf({ body }: Response): ReadableStream<string> {
  return (body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new TextDecoderStream())
}

/** What every adapter must do. Each adapter's test calls this once. */
export function describeAdapter(name: string, serve: (server: GovernedServer) => Promise<Served>): void {
  const withServer = async (
    handlers: Readonly<Record<string, TestHandler>>,
    work: (served: Served, audit: ReturnType<typeof capturingAudit>) => Promise<void>,
  ): Promise<void> => {
    const audit = capturingAudit()
    const missing = (): undefined => undefined
    const server = createServer(contract, {
      handlers: Object.fromEntries(contract.operations.map(({ id }) => [id, handlers[id] ?? missing])),
      authenticate: believing,
      idempotency: memoryIdempotency(),
      audit,
      limits: { uploadBytes: 2_000_000 },
    })
    const served = await serve(server)
    try {
      await work(served, audit)
    } finally {
      await served.close()
    }
  }
  const as = (claims: object): Record<string, string> => ({ authorization: `Bearer ${tokenOf({ ...claims })}` })
  const json = { 'content-type': 'application/json' }

  describe(`adapter: ${name}`, () => {
    it('serves a call, with headers, status and body as the core gives them', () =>
      withServer(
        { getOrder: ({ tenant, path }) => ({ status: 200, body: orderOf(tenant.id, path.orderId) }) },
        async ({ url, fetch }) => {
          const response = await fetch(`${url}/orders/gr%C3%BCn?x=1`, { headers: as(acme) })
          expect([response.status, await response.json()]).toEqual([
            200,
            { id: 'grün', tenantId: 'acme', email: '****' },
          ])
          expect(response.headers.get('content-type')).toBe('application/json')
          expect(response.headers.get('cache-control')).toBe('private, no-store')
          expect(response.headers.get('x-content-type-options')).toBe('nosniff')
        },
      ))

    it('T1 T3 T5 refuses before the handler runs', () => {
      const getOrder = vi.fn()
      return withServer({ getOrder }, async ({ url, fetch }) => {
        const statusOf = async (headers: HeadersInit): Promise<number> =>
          (await fetch(`${url}/orders/o1`, { headers })).status
        expect(await statusOf({})).toBe(401)
        expect(await statusOf({ ...as(acme), 'x-tenant-id': 'beta' })).toBe(403)
        expect(await statusOf([...Object.entries(as(acme)), ['x-tenant-id', 'acme'], ['x-tenant-id', 'acme']])).toBe(
          400,
        )
        expect(await statusOf({ ...as(acme), 'x-tenant-id': 'ACME' })).toBe(400)
        expect(getOrder).not.toHaveBeenCalled()
      })
    })

    it('T15 sees encoded slashes and dots as they were sent', () =>
      withServer({ tenantOrders: () => ({ status: 200, body: { items: [] } }) }, async ({ url, fetch }) => {
        for (const tenant of ['acme%2Fx', 'acme%252f', '%5cacme']) {
          expect((await fetch(`${url}/tenants/${tenant}/orders`, { headers: as(acme) })).status).toBe(400)
        }
      }))

    it('T50 sends nothing of a blocked answer', () =>
      withServer(
        { getOrder: () => ({ status: 200, body: orderOf('beta', 'canary') }) },
        async ({ url, fetch }, audit) => {
          const response = await fetch(`${url}/orders/o1`, { headers: as(acme) })
          expect([response.status, (await response.text()).includes('canary')]).toEqual([500, false])
          expect(audit.events.map(({ event }) => event)).toEqual(['leak-blocked'])
        },
      ))

    it('404, 405 and OPTIONS', () =>
      withServer({}, async ({ url, fetch }) => {
        const missing = await fetch(`${url}/nothing`)
        expect([missing.status, await missing.text()]).toEqual([404, expect.anything()])
        expect((await fetch(`${url}/status`, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
        const options = await fetch(`${url}/status`, { method: 'OPTIONS' })
        expect([options.status, await options.text()]).toEqual([204, ''])
      }))

    it('HEAD has the headers of GET and no body', () =>
      withServer({ getStatus: () => ({ status: 200, body: { state: 'up' } }) }, async ({ url, fetch }) => {
        const head = await fetch(`${url}/status`, { method: 'HEAD' })
        expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '14'])
      }))

    it('reads bodies, and refuses large ones', () =>
      withServer(
        { createOrder: ({ body, respond }) => respond.created(orderOf('acme', body.sku), { location: '/o' }) },
        async ({ url, fetch }) => {
          const create = (body: string): Promise<Response> =>
            fetch(`${url}/orders`, {
              method: 'POST',
              headers: { ...as(acme), ...json, 'idempotency-key': 'key-0123456789abcdef' },
              body,
            })
          expect(await (await create('{"sku":"größe"}')).json()).toMatchObject({ id: 'größe' })
          expect((await create('{"sku":"größe"}')).headers.get('idempotency-replayed')).toBe('true')
          expect((await create('{"sku":')).status).toBe(400)
          expect((await create(JSON.stringify({ sku: 'x'.repeat(1_100_000) }))).status).toBe(413)
          expect((await create('{"sku":"größe"}')).status).toBe(201)
        },
      ))

    it('takes uploads as streams and gives downloads, byte for byte', () =>
      withServer({ uploadFile: ({ body }) => ({ status: 200, body: body.stream() }) }, async ({ url, fetch }) => {
        const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256)
        const response = await fetch(`${url}/files/a`, {
          method: 'PUT',
          headers: { ...as(acme), 'content-type': 'image/png' },
          body: bytes,
        })
        expect(response.status).toBe(200)
        expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
      }))

    it('sends streams item by item, while the handler is still at it', () => {
      let goOn = (): void => undefined
      const second = new Promise<void>((resolve) => {
        goOn = resolve
      })
      async function* orders(): AsyncGenerator {
        yield { data: orderOf('acme', 'o1'), id: '1' }
        await second
        yield { data: orderOf('acme', 'o2'), id: '2' }
      }
      return withServer({ watchOrders: () => ({ status: 200, body: orders() }) }, async ({ url, fetch }) => {
        const response = await fetch(`${url}/order-events`, { headers: as(acme) })
        expect(response.headers.get('content-type')).toBe('text/event-stream')
        const reader = textOf(response).getReader()
        expect((await reader.read()).value).toContain('"id":"o1"')
        goOn()
        let rest = ''
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) rest += chunk.value
        expect(rest).toContain('"id":"o2"')
      })
    })

    it('T59 breaks a stream off before a foreign row', () => {
      async function* rows(): AsyncGenerator {
        yield orderOf('acme')
        yield orderOf('beta', 'canary')
      }
      return withServer({ exportOrders: () => ({ status: 200, body: rows() }) }, async ({ url, fetch }) => {
        const response = await fetch(`${url}/export`, { headers: as(acme) })
        const reader = textOf(response).getReader()
        let text = ''
        const reading = (async () => {
          for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) text += chunk.value
        })()
        await expect(reading).rejects.toThrow()
        expect(text).not.toContain('canary')
      })
    })

    it("T36 ends the handler's stream when the caller goes", () => {
      let ended = (): void => undefined
      const end = new Promise<void>((resolve) => {
        ended = resolve
      })
      async function* endless(): AsyncGenerator {
        try {
          for (;;) {
            yield orderOf('acme')
            await new Promise(setImmediate)
          }
        } finally {
          ended()
        }
      }
      return withServer({ exportOrders: () => ({ status: 200, body: endless() }) }, async ({ url, fetch }) => {
        const leaving = new AbortController()
        const response = await fetch(`${url}/export`, { headers: as(acme), signal: leaving.signal })
        const reader = (response.body as ReadableStream<Uint8Array>).getReader()
        await reader.read()
        await reader.cancel()
        leaving.abort()
        await end
      })
    })

    it('T35 keeps many calls of many tenants apart', () =>
      withServer(
        {
          getOrder: async ({ tenant }) => {
            await new Promise(setImmediate)
            return { status: 200, body: orderOf(tenant.id) }
          },
        },
        async ({ url, fetch }) => {
          const calls = Array.from({ length: 60 }, async (_, index) => {
            const claims = index % 2 ? acme : beta
            const response = await fetch(`${url}/orders/o1`, { headers: as(claims) })
            expect(await response.json()).toMatchObject({ tenantId: claims.tenant_id })
          })
          await Promise.all(calls)
        },
      ))
  })
}
