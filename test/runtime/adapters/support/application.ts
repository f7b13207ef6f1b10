import { createServer } from '../../../../src/runtime/src/gen1/server/index.js'
import { type GovernedServer, memoryIdempotency } from '../../../../src/runtime/src/index.js'
import { acme, believing, orderOf, type TestHandler, tokenOf } from '../../support/app.js'
import { contract } from '../../support/contract.js'

/** Servers to put into an application of some framework. */
export const setup = {
  server(handlers: Readonly<Record<string, TestHandler>>, errors: unknown[] = [], basePath = ''): GovernedServer {
    const missing = (): undefined => undefined
    return createServer(contract, {
      handlers: Object.fromEntries(contract.operations.map(({ id }) => [id, handlers[id] ?? missing])),
      authenticate: believing,
      idempotency: memoryIdempotency(),
      basePath,
      onError: (error) => errors.push(error),
    })
  },
  found: (({ tenant, path }) => ({ status: 200, body: orderOf(tenant.id, path.orderId) })) as TestHandler,
  created: (({ tenant, body, respond }) =>
    respond.created(orderOf(tenant.id, body.sku), { location: '/o' })) as TestHandler,
  echoed: (({ body }) => ({ status: 200, body: body.stream() })) as TestHandler,
} as const

type Outcome = readonly [status: number, text: string]

export interface Calls {
  get(path: string): Promise<Outcome>
  post(path: string, json: string): Promise<Outcome>
  put(path: string, image: string): Promise<Outcome>
  headersOf(path: string): Promise<Headers>
}

/** Calls of one tenant, and what came back. */
export function callsOf(url: string, fetch: typeof globalThis.fetch = globalThis.fetch): Calls {
  const authorization = `Bearer ${tokenOf(acme)}`
  const call = async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}): Promise<Outcome> => {
    const response = await fetch(`${url}${path}`, { ...init, headers: { authorization, ...headers } })
    return [response.status, await response.text()]
  }
  return {
    get: (path) => call(path),
    post: (path, body) =>
      call(
        path,
        { method: 'POST', body },
        { 'content-type': 'application/json', 'idempotency-key': `key-${crypto.randomUUID()}` },
      ),
    put: (path, body) => call(path, { method: 'PUT', body }, { 'content-type': 'image/png' }),
    async headersOf(path) {
      const response = await fetch(`${url}${path}`, { headers: { authorization } })
      await response.text()
      return response.headers
    },
  }
}
