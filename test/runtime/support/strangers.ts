import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import type { GovernedServer, ServerOptions } from '../../../src/runtime/src/index.js'
import { memoryIdempotency } from '../../../src/runtime/src/index.js'
import { acme, believing, orderOf, tokenOf } from './app.js'
import { contract } from './contract.js'

/** Whoever may keep something by tenant, told by the tenant that it was asked about. */
export interface Watched {
  readonly server: GovernedServer
  readonly asked: Set<string | undefined>
}

/** A server with everything that could keep something for each tenant. */
export function watchedServer(): Watched {
  const asked = new Set<string | undefined>()
  const idempotency = memoryIdempotency()
  const options: ServerOptions = {
    handlers: Object.fromEntries(
      contract.operations.map(({ id }) => [id, () => ({ status: 200, body: orderOf('acme') })]),
    ),
    authenticate: believing,
    idempotency: {
      ...idempotency,
      reserve(request) {
        asked.add(request.tenant)
        return idempotency.reserve(request)
      },
    },
    tenants: {
      stateOf(tenant) {
        asked.add(tenant)
        return 'active'
      },
    },
    rateLimit: {
      take({ tenant }) {
        asked.add(tenant)
        return undefined
      },
    },
    tenantOfHost: (host) => host.split('.')[0],
  }
  return { server: createServer(contract, options), asked }
}

/** Requests that name a tenant nobody has verified: without credentials, with bad ones, and with those of another. */
export async function sendStrangers(server: GovernedServer, count: number): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>()
  const bearer = `Bearer ${tokenOf(acme)}`
  for (let index = 0; index < count; index += 1) {
    const tenant = `stranger-${index.toString(36)}-${'x'.repeat(40)}`
    const credentials = [[], ['Authorization', 'Bearer bad'], ['Authorization', bearer]][index % 3] ?? []
    const isPost = index % 2 === 0
    const { status } = await server.handle({
      method: isPost ? 'POST' : 'GET',
      target: isPost ? '/orders' : `/orders/o1?tenant=${tenant}`,
      rawHeaders: [
        ...['Host', `${tenant}.example.com`, 'X-Tenant-Id', tenant, 'Idempotency-Key', tenant],
        ...['Content-Type', 'application/json', ...credentials],
      ],
      ...(isPost && { body: new TextEncoder().encode('{"sku":"A-1"}') }),
    })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  return statuses
}
