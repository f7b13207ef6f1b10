import { describe, expect, test } from 'vitest'
import {
  type ClientContract,
  type CredentialRequest,
  type Credentials,
  createTransport,
  type Result,
} from '../../../src/runtime/src/gen1/index.js'
import { contract, instant, json, operation, type Received, serve } from './support.js'

const withSchemes: ClientContract = {
  ...contract,
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'Basic' },
    digest: { type: 'http', scheme: 'DPoP' },
    oauth: { type: 'oauth2' },
    oidc: { type: 'openIdConnect' },
    header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
    query: { type: 'apiKey', in: 'query', name: 'api key' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
    mtls: { type: 'mutualTLS' },
  },
}
type Security = readonly Readonly<Record<string, readonly string[]>>[]

async function sent(security: Security, auth: Credentials | undefined): Promise<Received | undefined> {
  const server = await serve((_, response) => json(response, 200, {}))
  await createTransport(withSchemes, { baseUrl: server.url, auth }).call(operation({ security }), {}, undefined)
  return server.received[0]
}

describe('schemes', () => {
  test.each([
    ['bearer', 'Bearer t0ken'],
    ['basic', `Basic ${Buffer.from('t0ken').toString('base64')}`],
    ['digest', 'DPoP t0ken'],
    ['oauth', 'Bearer t0ken'],
    ['oidc', 'Bearer t0ken'],
  ])('%s', async (scheme, expected) => {
    expect((await sent([{ [scheme]: [] }], 't0ken'))?.headers.authorization).toBe(expected)
  })
  test('basic takes any text', async () => {
    expect((await sent([{ basic: [] }], 'ü:p w'))?.headers.authorization).toBe('Basic w7w6cCB3')
  })
  test('keys in header, query and cookie', async () => {
    expect((await sent([{ header: [] }], 'k'))?.headers['x-api-key']).toBe('k')
    expect((await sent([{ query: [] }], 'a&b'))?.url).toBe('/things?api%20key=a%26b')
    expect((await sent([{ cookie: [] }], 'k'))?.headers.cookie).toBe('sid=k')
  })
  test('a cookie key stands beside the cookies of the call', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const parameters = [{ name: 'theme', in: 'cookie' }] as const
    const cookie = operation({ security: [{ cookie: [] }], parameters })
    await createTransport(withSchemes, { baseUrl: server.url, auth: 'k' }).call(
      cookie,
      { cookies: { theme: 'dark' } },
      undefined,
    )
    expect(server.received[0]?.headers.cookie).toBe('theme=dark; sid=k')
  })
  test('a key in the query leaves the styles of the others as they are, and is not shown', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const parameters = [
      { name: 'a', in: 'query', explode: false, shape: { kind: 'array', items: ['string'] } },
    ] as const
    const result = (await createTransport(withSchemes, { baseUrl: server.url, auth: 's3cret' }).call(
      operation({ security: [{ query: [] }], parameters }),
      { query: { a: ['x y', 'z'] } },
      undefined,
    )) as Result<200, unknown>
    expect(server.received[0]?.url).toBe('/things?a=x%20y,z&api%20key=s3cret')
    expect(result.response.url).not.toContain('s3cret')
  })
})

describe('alternatives', () => {
  const auth = { header: 'k', cookie: 'c' }
  test('the first that is configured completely', async () => {
    const request = await sent(
      [{ bearer: [] }, { header: [], oauth: [] }, { header: [], cookie: [] }, { query: [] }],
      auth,
    )
    expect([request?.headers.authorization, request?.headers['x-api-key'], request?.headers.cookie]).toEqual([
      undefined,
      'k',
      'sid=c',
    ])
  })
  test('a client certificate belongs to the connection', async () => {
    expect((await sent([{ mtls: [], header: [] }], auth))?.headers['x-api-key']).toBe('k')
  })
  test('none is needed: sent when there, left out when not', async () => {
    expect((await sent([{}, { header: [] }], auth))?.headers['x-api-key']).toBe('k')
    expect((await sent([{}, { bearer: [] }], auth))?.headers.authorization).toBeUndefined()
    expect((await sent([{ bearer: [] }], undefined))?.headers.authorization).toBeUndefined()
  })
  test('operations without security get nothing', async () => {
    expect((await sent([], 'k'))?.headers.authorization).toBeUndefined()
  })
  test('names of the prototype are no schemes', async () => {
    expect((await sent([{ toString: [] }, { header: [] }], { header: 'k' }))?.headers['x-api-key']).toBeUndefined()
    expect(
      (await sent([{ bearer: [] }], JSON.parse('{"__proto__":{"bearer":"x"}}') as Credentials))?.headers.authorization,
    ).toBeUndefined()
  })
})

test('a credential is asked for anew for each attempt, with what it is for', async () => {
  const server = await serve((_, response, count) => json(response, count === 1 ? 503 : 200, {}))
  const asked: CredentialRequest[] = []
  const auth = async (request: CredentialRequest): Promise<string> => {
    asked.push(request)
    return `t${asked.length}`
  }
  const options = { baseUrl: server.url, auth, tenant: 'acme', attempts: 2, timeout: Infinity, environment: instant() }
  await createTransport(withSchemes, options).call(
    operation({ scope: 'tenant', security: [{ oauth: ['read'] }] }),
    {},
    undefined,
  )
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  expect(asked[0]).toEqual({ operation: 'doThing', tenant: 'acme', scopes: ['read'] })
})

test('what the credential source throws reaches the caller as it is, and is not repeated', async () => {
  const refusal = new RangeError('no session')
  let count = 0
  const auth = (): string => {
    count += 1
    throw refusal
  }
  const transport = createTransport(withSchemes, { baseUrl: 'http://127.0.0.1:1', auth, attempts: 3 })
  await expect(transport.call(operation({ security: [{ bearer: [] }] }), {}, undefined)).rejects.toBe(refusal)
  expect(count).toBe(1)
})

test.each([
  ['bearer', 'a\r\nX-Admin: 1'],
  ['bearer', ''],
  ['header', 'a\0b'],
  ['cookie', 'a;b'],
])('T11 %s credential %j is refused without quoting it', async (scheme, credential) => {
  const error: unknown = await sent([{ [scheme]: [] }], credential).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'RequestError', code: 'TK7109' })
  expect(String(error)).not.toContain('Admin')
})
