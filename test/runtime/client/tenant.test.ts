import { describe, expect, test } from 'vitest'
import {
  type ClientContract,
  createTransport,
  type TenantSource,
  type WireParameter,
} from '../../../src/runtime/src/gen1/index.js'
import { contract, json, operation, serve } from './support.js'

const propagating: ClientContract = { ...contract, propagatesTenant: true }
const key: WireParameter = { name: 'tenant-id', property: 'tenantId', in: 'path', required: true, tenantKey: true }
const scoped = operation({ scope: 'tenant', path: '/t/{tenant-id}', parameters: [key] })

test('the tenant fills the parameter that names it', async () => {
  const server = await serve((_, response) => json(response, 200, {}))
  const transport = createTransport(contract, { baseUrl: server.url, tenant: async () => 'acme/1' })
  await transport.call(scoped, {}, undefined)
  await transport.call(scoped, { path: { tenantId: 'acme/1' } }, undefined)
  await transport.as('globex').call(scoped, {}, undefined)
  expect(server.received.map(({ url }) => url)).toEqual(['/t/acme%2F1', '/t/acme%2F1', '/t/globex'])
  expect(server.received[0]?.headers).not.toHaveProperty('x-tenant-id')
})

test('a tenant may be a number where the contract numbers them', async () => {
  const server = await serve((_, response) => json(response, 200, {}))
  const transport = createTransport(contract, { baseUrl: server.url, tenant: '42' })
  await transport.call(scoped, { path: { tenantId: 42 } }, undefined)
  await expect(transport.call(scoped, { path: { tenantId: 43 } }, undefined)).rejects.toMatchObject({ code: 'TK7104' })
  expect(server.received.map(({ url }) => url)).toEqual(['/t/42'])
})

test.each([
  ['query', '/x?t=acme'],
  ['header', '/x'],
  ['cookie', '/x'],
] as const)('also in a %s', async (place, url) => {
  const server = await serve((_, response) => json(response, 200, {}))
  const parameters: WireParameter[] = [{ name: 't', in: place, tenantKey: true, required: true }]
  await createTransport(contract, { baseUrl: server.url, tenant: 'acme' }).call(
    operation({ scope: 'tenant', path: '/x', parameters }),
    {},
    undefined,
  )
  expect(server.received[0]?.url).toBe(url)
  expect([server.received[0]?.headers['t'], server.received[0]?.headers.cookie]).toEqual([
    place === 'header' ? 'acme' : undefined,
    place === 'cookie' ? 't=acme' : undefined,
  ])
})

describe('refused before anything is sent', () => {
  const refused = async (tenant: TenantSource | undefined, path?: Record<string, string>): Promise<unknown> => {
    const server = await serve((_, response) => json(response, 200, {}))
    const call = createTransport(propagating, { baseUrl: server.url, tenant }).call(scoped, { path }, undefined)
    const error: unknown = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(server.received).toEqual([])
    return error
  }
  test('no tenant where one is needed', async () => {
    expect(await refused(undefined)).toMatchObject({ name: 'RequestError', code: 'TK7103' })
  })
  test('another tenant than the call is for, also by case', async () => {
    expect(await refused('acme', { tenantId: 'globex' })).toMatchObject({ code: 'TK7104' })
    expect(await refused('acme', { tenantId: 'ACME' })).toMatchObject({ code: 'TK7104' })
  })
  test.each([
    ['T6', 'a,b'],
    ['T8', ' acme'],
    ['T8', 'acme\t'],
    ['T8', 'ac\u00a0me'],
    ['T8', 'ac\u200bme'],
    ['T9', '\u0430cme'],
    ['T9', '\uff41cme'],
    ['T9', '\u202eacme'],
    ['T10', ''],
    ['T11', 'a\0b'],
    ['T11', 'a\r\nX-Admin: 1'],
    ['T11', 'a'.repeat(256)],
  ])('%s the tenant %j, without quoting it', async (_, tenant) => {
    const error = await refused(() => tenant)
    expect(error).toMatchObject({
      code: 'TK7104',
      message:
        'the tenant of the call is no usable identifier: it must be 1 to 255 characters of visible ASCII without commas (TK7104)',
    })
  })
  test('T10 what is no text', async () => {
    for (const tenant of [undefined, null, 0, ['acme'], {}]) {
      expect(await refused(() => tenant as string)).toMatchObject({ code: 'TK7104' })
    }
  })
  test('T10 `..` as a path, T15 with encoded slashes it stays one segment', async () => {
    expect(await refused('..')).toMatchObject({ code: 'TK7106' })
    const server = await serve((_, response) => json(response, 200, {}))
    await createTransport(contract, { baseUrl: server.url, tenant: '../x%2f' }).call(scoped, {}, undefined)
    expect(server.received[0]?.url).toBe('/t/..%2Fx%252f')
  })
})

describe('sent along', () => {
  test('where the contract says so and the scope binds a tenant, byte for byte', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const transport = createTransport(propagating, {
      baseUrl: server.url,
      tenant: 'ACME-1',
      headers: { 'X-Tenant-Id': 'forged' },
    })
    for (const scope of ['tenant', 'cross-tenant', 'shared'] as const)
      await transport.call(operation({ scope }), {}, undefined)
    expect(server.received.map(({ headers }) => headers['x-tenant-id'])).toEqual(['ACME-1', 'ACME-1', 'ACME-1'])
  })
  test('not for platform and public operations, whose tenant is not even asked for', async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const tenant = (): string => {
      throw new TypeError('not asked')
    }
    const transport = createTransport(propagating, { baseUrl: server.url, tenant })
    for (const scope of ['platform', 'public'] as const) await transport.call(operation({ scope }), {}, undefined)
    expect(server.received.map(({ headers }) => headers['x-tenant-id'])).toEqual([undefined, undefined])
  })
  test("T24 a platform call names a tenant by explicit choice: the client's own is no default", async () => {
    const server = await serve((_, response) => json(response, 200, {}))
    const transport = createTransport(contract, { baseUrl: server.url, tenant: 'acme' })
    const platform = operation({ scope: 'platform', path: '/t/{tenant-id}', parameters: [key] })
    await transport.call(platform, { path: { tenantId: 'globex' } }, undefined)
    await expect(transport.call(platform, {}, undefined)).rejects.toMatchObject({ code: 'TK7102' })
    await expect(transport.call(platform, { path: { tenantId: 'a b' } }, undefined)).rejects.toMatchObject({
      code: 'TK7104',
    })
    const filter: WireParameter = { name: 't', in: 'query', tenantKey: true }
    await transport.call(operation({ scope: 'platform', parameters: [filter] }), {}, undefined)
    expect(server.received.map(({ url }) => url)).toEqual(['/t/globex', '/things'])
  })
  test('T44 not to another origin than the base URL', async () => {
    const [home, other] = [await serve((_, r) => json(r, 200, {})), await serve((_, r) => json(r, 200, {}))]
    const transport = createTransport(
      { ...propagating, baseUrl: home.url },
      { tenant: 'acme', headers: { 'x-tenant-id': 'acme' } },
    )
    await transport.call(operation({ scope: 'tenant' }), {}, undefined)
    await transport.call(operation({ scope: 'tenant', baseUrl: other.url }), {}, undefined)
    expect(home.received[0]?.headers['x-tenant-id']).toBe('acme')
    expect(other.received[0]?.headers).not.toHaveProperty('x-tenant-id')
  })
})

test('T40 a client made while one tenant was current asks again for each call', async () => {
  const server = await serve((_, response) => json(response, 200, {}))
  let current = 'a'
  const transport = createTransport(contract, { baseUrl: server.url, tenant: () => current })
  await transport.call(scoped, {}, undefined)
  current = 'b'
  await transport.call(scoped, {}, undefined)
  expect(server.received.map(({ url }) => url)).toEqual(['/t/a', '/t/b'])
})

test('T49 an answer that names another tenant is refused', async () => {
  const server = await serve((_, response) => json(response, 200, { secret: 1 }, { 'x-tenant-id': 'globex' }))
  const options = { baseUrl: server.url, tenant: 'acme' }
  await expect(
    createTransport(propagating, options).call(operation({ scope: 'tenant' }), {}, undefined),
  ).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    code: 'TK7135',
    message: 'the answer names another tenant than the call: doThing answered 200 (TK7135)',
  })
  await expect(
    createTransport(propagating, { ...options, tenant: 'globex' }).call(operation({ scope: 'tenant' }), {}, undefined),
  ).resolves.toBeDefined()
})
