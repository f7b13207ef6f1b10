import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { expect, it } from 'vitest'
import {
  type AuditEvent,
  contextSigner,
  contextTokens,
  fromCurrentCall,
  type GovernedServer,
  type ServerOptions,
} from '../../src/runtime/src/index.js'
import { generated } from './support/generated.js'
import { serve } from './support/serve.js'

/** A service that calls another one while it serves a call: tenant, trace and principal go along, signed. */
const contract = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1.0.0' },
  servers: [{ url: 'https://example.com' }],
  'x-tenant-scope': 'tenant',
  'x-data-policy': { clearances: { billing: { max: 'restricted' } } },
  security: [{ session: [] }],
  paths: {
    '/balance': {
      get: {
        operationId: 'getBalance',
        tags: ['balance'],
        responses: {
          '200': {
            description: 'It.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Balance' } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Balance: {
        type: 'object',
        required: ['tenantId', 'iban'],
        properties: {
          tenantId: { type: 'string', 'x-tenant-key': true },
          iban: { type: 'string', 'x-data-classification': 'financial' },
        },
      },
    },
  },
})

interface Balance {
  readonly tenantId: string
  readonly iban: string
}
type Respond = { readonly respond: { ok(body: Balance): unknown }; readonly tenant: { readonly id: string } }
interface Api {
  readonly createServer: (options: ServerOptions) => GovernedServer
  readonly createClient: (options: object) => {
    getBalance(): Promise<{ readonly status: number; readonly body: Balance }>
  }
}

const load = async (name: string): Promise<Api> => {
  const folder = await generated(name.toLowerCase(), contract(name))
  const files = ['server.js', 'client.js'].map((file) => join(folder, file))
  const [server, client] = (await Promise.all(files.map((file) => import(/* @vite-ignore */ file)))) as [
    Record<string, Api['createServer']>,
    Record<string, Api['createClient']>,
  ]
  return {
    createServer: server[`create${name}Server`] as Api['createServer'],
    createClient: client[`create${name}Client`] as Api['createClient'],
  }
}
const [web, ledger] = await Promise.all([load('Web'), load('Ledger')])
const { privateKey, publicKey } = await generateKeyPair('EdDSA')
const key = await exportJWK(publicKey)

const audit: AuditEvent[] = []
const traces = new Set<string>()
const ledgerServed = await serve(
  ledger.createServer({
    handlers: {
      getBalance: ({ tenant, respond, traceId }: Respond & { readonly traceId: string }) => {
        traces.add(traceId)
        return respond.ok({ tenantId: tenant.id, iban: 'DE02120300000000202051' })
      },
    },
    authenticate: contextTokens({ audience: 'ledger', issuers: { web: { keys: key } } }),
    tenants: { stateOf: (tenant) => (tenant === 'closed' ? 'suspended' : 'active') },
    audit: { write: (event) => void audit.push(event) },
  }),
)

const webServed = async (clearance: string | undefined) => {
  const signer = contextSigner({ issuer: 'web', key: privateKey, clearance })
  const balances = ledger.createClient({
    ...fromCurrentCall(),
    baseUrl: ledgerServed.url,
    fetch: ledgerServed.fetch,
    auth: signer.credential('ledger'),
  })
  const served = await serve(
    web.createServer({
      handlers: {
        getBalance: async ({ respond }: Respond) => {
          const { status, body } = await balances.getBalance()
          return status === 200 ? respond.ok(body) : { status }
        },
      },
      authenticate: {
        authenticate: ({ value }) => {
          const [tenant, name] = value.split(':')
          const principal = { id: 'ann', issuer: 'id', scopes: [], clearance: name, claims: { tenant_id: tenant } }
          return { outcome: 'authenticated', principal }
        },
      },
    }),
  )
  return (token: string, headers: Record<string, string> = {}) =>
    served.fetch(`${served.url}/balance`, { headers: { authorization: `Bearer ${token}`, ...headers } })
}

it('tenant, trace and principal reach the next service, each caller its own', async () => {
  const call = await webServed(undefined)
  const trace = 'ab'.repeat(16)
  const answers = ['acme:billing', 'globex:billing', 'acme'].map((token) =>
    call(token, { traceparent: `00-${trace}-00f067aa0ba902b7-01` }),
  )
  const bodies = await Promise.all(answers.map(async (answer) => (await answer).json()))
  expect(bodies).toEqual([
    { tenantId: 'acme', iban: 'DE02120300000000202051' },
    { tenantId: 'globex', iban: 'DE02120300000000202051' },
    { tenantId: 'acme', iban: expect.not.stringContaining('2020') as string },
  ])
  expect([...traces]).toEqual([trace])
})

it('T31: a service with little clearance of its own shows little of what its callers may see', async () => {
  const call = await webServed('nothing')
  expect(await (await call('acme:billing')).json()).toEqual({
    tenantId: 'acme',
    iban: expect.not.stringContaining('2020') as string,
  })
})

it('T31: the next service tells its audit who called through whom', async () => {
  const call = await webServed(undefined)
  expect((await call('closed')).status).toBe(500)
  const refused = audit.filter(({ event }) => event === 'access-refused')
  expect(refused).toMatchObject([{ principal: 'ann', issuer: 'web', actors: ['web'] }])
})
