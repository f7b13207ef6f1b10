import type { Random } from '../context/index.js'
import { ConfigurationError } from '../error/index.js'
import { toFetch } from '../fetch/index.js'
import { type IdempotencyStore, memoryIdempotency } from '../idempotency/index.js'
import { createServer, type GovernedServer, partsOf, type ServerContract } from '../server/index.js'
import { type CapturingAudit, capturingAudit } from './capturing-audit.js'
import { type ManualClock, manualClock } from './manual-clock.js'
import { seededRandom } from './seeded-random.js'
import { type TestCaller, testCallers } from './test-callers.js'

/** What a generated client factory needs to know; its options take more. */
export interface TestClientOptions {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly auth: string
  readonly tenant: string
}

export interface TestServerOptions<Client> {
  /** `createOrdersClient`: makes `as` give a client. Default: `as` gives a function like fetch. */
  readonly client: (options: TestClientOptions) => Client
  readonly idempotency?: IdempotencyStore | undefined
  readonly random?: Random | undefined
}

/** Calls with a path like `/orders`, and gives the answer as it was sent. */
export type TestFetch = (path: string, init?: RequestInit) => Promise<Response>

export interface TestApp<Client> {
  /** Calls as somebody whose credentials are verified. */
  as(caller: TestCaller): Client
  /** Calls as nobody. */
  readonly anonymous: TestFetch
  readonly audit: CapturingAudit
  readonly clock: ManualClock
  /** What `onError` was told. */
  readonly errors: readonly unknown[]
  readonly server: GovernedServer
}

/**
 * The server with test surroundings: callers without cryptography, a clock to turn, ids that repeat, an audit to look at.
 * Handlers, limits and hooks are its own. Nothing is opened or listened to.
 *
 * @example
 * const app = testServer(createOrdersServer(options), { client: createOrdersClient })
 * const order = await app.as({ tenant: 'acme', clearance: 'support' }).getOrder({ path: { orderId } })
 */
export function testServer(server: GovernedServer): TestApp<TestFetch>
export function testServer<Client>(server: GovernedServer, options: TestServerOptions<Client>): TestApp<Client>
export function testServer<Client>(
  server: GovernedServer,
  options?: TestServerOptions<Client>,
): TestApp<Client | TestFetch> {
  const parts = partsOf(server)
  if (!parts) throw new ConfigurationError('`testServer` takes what a generated server factory has made')
  const callers = testCallers()
  const audit = capturingAudit()
  const clock = manualClock()
  const errors: unknown[] = []
  const tested = createServer(parts.contract, {
    ...parts.options,
    authenticate: callers.authenticator,
    idempotency: options?.idempotency ?? memoryIdempotency({ clock }),
    random: options?.random ?? seededRandom(),
    audit,
    clock,
    onError: (error) => void errors.push(error),
  })
  const handle = toFetch(tested)
  const fetchOf = (init: HeadersInit): TestFetch => {
    return (path, given = {}) => handle(new Request(`${baseUrl}${path}`, withHeaders(given, init)))
  }
  return {
    as(caller) {
      const credential = callers.credentialOf(caller)
      if (!options) return fetchOf(credentialHeaders(parts.contract, credential))
      return options.client({
        baseUrl,
        fetch: (input, init) => handle(new Request(input, init)),
        auth: credential,
        tenant: caller.tenant ?? '',
      })
    },
    anonymous: fetchOf([]),
    audit,
    clock,
    errors,
    server: tested,
  }
}

const baseUrl = 'http://tenantkit.test'

/** The credential in every place that the contract's schemes look at. */
function credentialHeaders(contract: ServerContract, credential: string): HeadersInit {
  const headers: [string, string][] = [['authorization', `Bearer ${credential}`]]
  for (const scheme of Object.values(contract.securitySchemes)) {
    if (scheme.type !== 'apiKey') continue
    if (scheme.in === 'header') headers.push([scheme.name, credential])
    if (scheme.in === 'cookie') headers.push(['cookie', `${scheme.name}=${credential}`])
  }
  return headers
}

function withHeaders(init: RequestInit, more: HeadersInit): RequestInit {
  const headers = new Headers(more)
  for (const [name, value] of new Headers(init.headers)) headers.append(name, value)
  return { ...init, headers }
}
