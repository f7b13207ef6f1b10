import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type ApiKeyRecord,
  type Authenticator,
  apiKeys,
  type GovernedServer,
  hashApiKey,
  jwt,
  type ServerOptions,
} from '../../src/runtime/src/index.js'
import { generated } from './support/generated.js'
import { serve } from './support/serve.js'

/** Credentials of every scheme: sent where the contract says, verified there, and the tenant taken from them. */
const schemes = {
  session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', 'x-tenant-key': { source: 'token', claim: 'tid' } },
  basic: { type: 'http', scheme: 'basic' },
  headerKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  queryKey: { type: 'apiKey', in: 'query', name: 'api_key' },
  cookieKey: { type: 'apiKey', in: 'cookie', name: 'sid' },
  scoped: {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl: 'https://id.example.com/token', scopes: { write: 'Write.' } } },
    'x-tenant-key': { source: 'token', claim: 'tid' },
  },
}
const security = {
  bySession: [{ session: [] }],
  byBasic: [{ basic: [] }],
  byHeaderKey: [{ headerKey: [] }],
  byQueryKey: [{ queryKey: [] }],
  byCookieKey: [{ cookieKey: [] }],
  byScope: [{ scoped: ['write'] }],
  byEither: [{ session: [] }, { headerKey: [] }],
  byBoth: [{ session: [], headerKey: [] }],
  byNothing: [{}, { session: [] }],
}
const contract = {
  openapi: '3.1.0',
  info: { title: 'Doors', version: '1.0.0' },
  servers: [{ url: 'https://doors.example.com' }],
  'x-tenant-scope': 'tenant',
  paths: Object.fromEntries(
    Object.entries(security).map(([operationId, alternatives]) => [
      `/${operationId}`,
      {
        get: {
          operationId,
          tags: ['doors'],
          security: alternatives,
          ...(operationId === 'byNothing' && { 'x-tenant-scope': 'public' }),
          responses: { '204': { description: 'Open.' } },
        },
      },
    ]),
  ),
  components: { securitySchemes: schemes },
}

const folder = await generated('doors', contract)
const { createDoorsServer } = (await import(/* @vite-ignore */ join(folder, 'server.js'))) as ServerModule
const { createDoorsClient } = (await import(/* @vite-ignore */ join(folder, 'client.js'))) as ClientModule

const { publicKey, privateKey } = await generateKeyPair('ES256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
const tokenFor = (claims: Record<string, unknown>, expires = '5m'): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer('https://id.example.com')
    .setAudience('doors')
    .setSubject('ada')
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(privateKey)

const key = 'key-of-acme-0123456789'
const record: ApiKeyRecord = { hash: hashApiKey(key), principal: 'robot', tenant: 'acme' }
const tokens = jwt({ issuer: 'https://id.example.com', audience: 'doors', keys: { keys: [jwk] } })
const keys = apiKeys({ lookup: (hash) => (hash === record.hash ? record : undefined) })
const basic: Authenticator = {
  authenticate: ({ value }) =>
    Buffer.from(value, 'base64').toString() === 'ada:pass:word'
      ? {
          outcome: 'authenticated',
          tenant: 'acme',
          principal: { id: 'ada', issuer: undefined, scopes: [], clearance: undefined, claims: {} },
        }
      : { outcome: 'refused', reason: 'wrong-password' },
}

const seen: unknown[] = []
let wait: number | undefined
let suspended = ''
const handlers = Object.fromEntries(
  Object.keys(security).map((id) => [
    id,
    ({ tenant, principal }: HandlerInput) => {
      seen.push([tenant?.id, principal?.id])
      return { status: 204 }
    },
  ]),
)
const { url, fetch } = await serve(
  createDoorsServer({
    handlers,
    authenticate: { session: tokens, scoped: tokens, basic, headerKey: keys, queryKey: keys, cookieKey: keys },
    tenants: { stateOf: (tenant) => (tenant === suspended ? 'suspended' : 'active') },
    rateLimit: { take: () => wait },
  }),
)
const session = (): Promise<string> => tokenFor({ tid: 'acme' })
const good = {
  session,
  basic: 'ada:pass:word',
  headerKey: key,
  queryKey: key,
  cookieKey: key,
  scoped: () => tokenFor({ tid: 'acme', scope: 'read write' }),
}
const client = clientWith(good)
beforeEach(() => {
  seen.length = 0
  wait = undefined
  suspended = ''
})

describe('a credential opens what the contract says', () => {
  it.each([
    ['bySession', 'ada'],
    ['byBasic', 'ada'],
    ['byHeaderKey', 'robot'],
    ['byQueryKey', 'robot'],
    ['byCookieKey', 'robot'],
    ['byScope', 'ada'],
    ['byEither', 'ada'],
    ['byBoth', 'ada'],
  ])('%s', async (operation, principal) => {
    await client[operation]?.()
    expect(seen).toEqual([['acme', principal]])
  })

  it('the second alternative, where the first is not at hand', async () => {
    await clientWith({ headerKey: key })['byEither']?.()
    expect(seen).toEqual([['acme', 'robot']])
  })

  it('nothing, where nothing is asked for', async () => {
    await clientWith({})['byNothing']?.()
    expect(seen).toEqual([[undefined, undefined]])
  })
})

describe('what does not hold opens nothing', () => {
  it.each([
    ['an expired token', 'bySession', { session: () => tokenFor({ tid: 'acme' }, '-5m') }, 401],
    ['a token of nobody', 'bySession', { session: 'e30.e30.x' }, 401],
    ['a token without a tenant', 'bySession', { session: () => tokenFor({}) }, 403],
    ['a token of a tenant that is none', 'bySession', { session: () => tokenFor({ tid: 'ACME ' }) }, 403],
    ['a token without the scope', 'byScope', { scoped: session }, 403],
    ['a wrong password', 'byBasic', { basic: 'ada:word' }, 401],
    ['an unknown key', 'byHeaderKey', { headerKey: `${key}x` }, 401],
    ['one of two', 'byBoth', { session, headerKey: `${key}x` }, 401],
    ['two of different tenants', 'byBoth', { session: () => tokenFor({ tid: 'globex' }), headerKey: key }, 403],
  ] as const)('%s', async (_, operation, auth, status) => {
    const tenant = operation === 'byBoth' ? 'acme' : undefined
    await expect(clientWith(auth, tenant)[operation]?.()).rejects.toMatchObject({ status, problem: { status } })
    expect(seen).toEqual([])
  })

  it('a suspended tenant, in the same words as one that is not allowed', async () => {
    suspended = 'acme'
    const problem = await problemOf(client)
    const other = await problemOf(clientWith({ session: () => tokenFor({}) }))
    expect(problem).toMatchObject({ status: 403 })
    expect({ ...problem, traceId: '', instance: '' }).toEqual({ ...other, traceId: '', instance: '' })
  })

  it('too many calls: 429 with the time to wait', async () => {
    wait = 7
    const failure: unknown = await client['bySession']?.().catch((error: unknown) => error)
    expect(failure).toMatchObject({ status: 429 })
    expect((failure as { headers: Headers }).headers.get('retry-after')).toBe('7')
  })
})

describe('credentials', () => {
  it('are not shown in what callers get to see', async () => {
    const answer = (await client['byQueryKey']?.()) as { readonly response: { readonly url: string } }
    expect(answer.response.url).toBe(`${url}/byQueryKey`)
  })

  it('are asked for anew for each attempt, with what they are for', async () => {
    const asked: unknown[] = []
    const auth = {
      scoped: (request: unknown) => {
        asked.push(request)
        return good.scoped()
      },
    }
    await clientWith(auth)['byScope']?.()
    expect(asked).toEqual([{ operation: 'byScope', tenant: 'acme', scopes: ['write'] }])
  })
})

type Client = Record<string, () => Promise<unknown>>
interface ServerModule {
  createDoorsServer(options: ServerOptions): GovernedServer
}
interface ClientModule {
  createDoorsClient(options: object): Client
}
interface HandlerInput {
  readonly tenant?: { readonly id: string }
  readonly principal?: { readonly id: string }
}

function clientWith(auth: object, tenant: string | undefined = 'acme'): Client {
  return createDoorsClient({ baseUrl: url, fetch, auth, tenant })
}

async function problemOf(caller: Client): Promise<object | undefined> {
  const failure: unknown = await caller['bySession']?.().catch((error: unknown) => error)
  return (failure as { readonly problem?: object }).problem
}
