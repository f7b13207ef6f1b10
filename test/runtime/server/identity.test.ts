import { describe, expect, it, vi } from 'vitest'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import { currentContext, grantList } from '../../../src/runtime/src/index.js'
import { type App, acme, createApp, orderOf, type TestHandler } from '../support/app.js'
import { contract } from '../support/contract.js'
import { canSend } from '../support/transport.js'

const getOrder = vi.fn<TestHandler>(({ tenant, path, respond }) => respond.ok(orderOf(tenant.id, path.orderId)))
const app = (options: Parameters<typeof createApp>[1] = {}): App => {
  getOrder.mockClear()
  const handlers = {
    getOrder,
    tenantOrders: ({ respond }: { respond: { ok(body: unknown): unknown } }) => respond.ok({ items: [] }),
    tenantLimits: () => ({ status: 200, body: {} }),
    report: () => ({ status: 200, body: {} }),
    importOrders: () => ({ status: 204, body: undefined }),
    getStatus: () => ({ status: 200, body: { state: 'up' } }),
    suspendTenant: () => ({ status: 204, body: undefined }),
    findTenant: ({ tenant }: { tenant?: { id: string } }) => ({
      status: 200,
      body: tenant ? { tenant: tenant.id } : {},
    }),
    listTenants: () => ({ status: 200, body: [{ tenantId: 'acme' }, { tenantId: 'beta' }] }),
    handOver: ({ body }: { body: { supplier: string } }) => ({ status: 200, body }),
    listProducts: () => ({ status: 200, body: ['A-1'] }),
  }
  return createApp(handlers, options)
}
const grant = {
  id: 'g1',
  from: 'acme',
  to: 'beta',
  operations: ['handOver'],
  pathway: 'supply',
  expiresAt: Number.POSITIVE_INFINITY,
}
const tenantHeader = (value: string): readonly [string, string] => ['X-Tenant-Id', value]
const noTenantIn = (answer: { text: string; headers: Headers }, ...tenants: string[]): void => {
  for (const tenant of tenants) expect(`${answer.text}${[...answer.headers].join()}`).not.toContain(tenant)
}

describe('identity', () => {
  it('serves the verified tenant', async () => {
    const answer = await app().call('/orders/o1', { as: acme, headers: [tenantHeader('acme')] })
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({ id: 'o1', tenantId: 'acme', email: '****' })
  })

  it('T1 no credentials: 401 with a challenge, handler not run', async () => {
    const answer = await app().call('/orders/o1')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json).toEqual({
      type: 'urn:tenantkit:problem:credentials-missing',
      title: 'the operation asks for credentials',
      status: 401,
      code: 'TK7204',
    })
    expect(getOrder).not.toHaveBeenCalled()
  })

  it('T2 a token without tenant claim on a tenant operation: 403, no default tenant', async () => {
    const it = app()
    const answer = await it.call('/orders/o1', { as: { sub: 'ann' } })
    expect(answer.status).toBe(403)
    expect(it.audit.events.map(({ event, reason }) => [event, reason])).toEqual([
      ['access-refused', 'tenant-claim-missing'],
    ])
    expect(getOrder).not.toHaveBeenCalled()
  })

  it('T3 a tenant header that differs from the claim: 403 and audit, neither id in the answer', async () => {
    const it = app()
    const answer = await it.call('/orders/o1', { as: acme, headers: [tenantHeader('beta')] })
    expect(answer.status).toBe(403)
    noTenantIn(answer, 'acme', 'beta')
    expect(it.audit.events).toEqual([
      expect.objectContaining({
        event: 'tenant-mismatch',
        operation: 'getOrder',
        tenant: 'acme',
        principal: 'ann',
        reason: 'header',
        status: 403,
        details: { named: 'beta' },
      }),
    ])
    expect(getOrder).not.toHaveBeenCalled()
  })

  it('T4 a tenant header without token: 401', async () => {
    expect((await app().call('/orders/o1', { headers: [tenantHeader('acme')] })).status).toBe(401)
  })

  it.each(['acme', 'beta'])('T5 two tenant headers, acme and %s: 400', async (second) => {
    const headers = [tenantHeader('acme'), ['x-tenant-id', second]] as const
    expect((await app().call('/orders/o1', { as: acme, headers })).status).toBe(400)
  })

  it.each(['acme,beta', 'acme, acme'])('T6 a list of tenants (%s): 400', async (value) => {
    expect((await app().call('/orders/o1', { as: acme, headers: [tenantHeader(value)] })).status).toBe(400)
  })

  it('T7 another case is refused and never folded', async () => {
    expect((await app().call('/orders/o1', { as: acme, headers: [tenantHeader('ACME')] })).status).toBe(400)
    expect((await app().call('/orders/o1', { as: { tenant_id: 'ACME' } })).status).toBe(403)
  })

  // Blanks at the ends of a line are no part of a header's value on the wire (RFC 9110, section 5.5).
  const inner = ['acme\u00a0', 'ac\u200bme']
  it.each(canSend('blanks and line breaks in a header') ? [' acme', 'acme ', '\tacme', ...inner] : inner)(
    'T8 spaces and the like (%j): 400',
    async (value) => {
      expect((await app().call('/orders/o1', { as: acme, headers: [tenantHeader(value)] })).status).toBe(400)
    },
  )

  it.each(['аcme', 'ａcme', 'acme\u0301', '\u202eacme', 'xn--\u0430cme'])('T9 look-alikes (%j): 400', async (value) => {
    expect((await app().call('/orders/o1', { as: acme, headers: [tenantHeader(value)] })).status).toBe(400)
  })

  it.each(['', 'null', 'undefined', '*', '__proto__', 'constructor', '0', '../x'])(
    'T10 no tenant at all (%j): 400 in the header, 403 in the token',
    async (value) => {
      expect((await app().call('/orders/o1', { as: acme, headers: [tenantHeader(value)] })).status).toBe(400)
      expect((await app().call('/orders/o1', { as: { tenant_id: value } })).status).toBe(403)
    },
  )

  // On the wire a line break starts another header.
  const unfit = ['a'.repeat(64), ...(canSend('controls in a header') ? ['acme\0'] : [])]
  it.each(canSend('blanks and line breaks in a header') ? [...unfit, 'acme\r\nx-injected: 1'] : unfit)(
    'T11 too long or with controls: 400, nothing injected',
    async (value) => {
      const answer = await app().call('/orders/o1', { as: acme, headers: [tenantHeader(value)] })
      expect(answer.status).toBe(400)
      expect([...answer.headers.keys()]).not.toContain('x-injected')
      noTenantIn(answer, 'acme')
    },
  )

  it.each(['x_tenant_id', 'X-Org-Id', 'Forwarded', 'X-Tenant'])('T12 %s is no authority', async (name) => {
    const answer = await app().call('/orders/o1', { as: acme, headers: [[name, 'beta']] })
    expect(answer.json).toMatchObject({ tenantId: 'acme' })
  })

  it.each([
    '/report?tenant=beta',
    '/orders/o1?tenant=beta',
    '/orders/o1?tenantId=acme&tenantId=beta',
    '/orders/o1?tenant_id=beta',
  ])('T13 another tenant in the query (%s): 403', async (target) => {
    const it = app()
    const answer = await it.call(target, { as: acme })
    expect(answer.status).toBe(403)
    noTenantIn(answer, 'beta')
    expect(it.audit.events[0]).toMatchObject({ event: 'tenant-mismatch', details: { named: 'beta' } })
  })

  it('T13 the same tenant in the query is fine, twice is not', async () => {
    expect((await app().call('/report?tenant=acme', { as: acme })).status).toBe(200)
    expect((await app().call('/report?tenant=acme&tenant=acme', { as: acme })).status).toBe(400)
  })

  it('T13 T54 another tenant in the body, even in one of many items: 403 for all', async () => {
    const it = app()
    const body = [orderOf('acme'), orderOf('acme'), orderOf('beta')]
    const answer = await it.call('/imports', { method: 'POST', as: acme, body })
    expect(answer.status).toBe(403)
    noTenantIn(answer, 'beta')
    expect(it.audit.events[0]).toMatchObject({ reason: 'body', details: { at: 'Order.tenantId', named: 'beta' } })
    expect((await it.call('/imports', { method: 'POST', as: acme, body: body.slice(0, 2) })).status).toBe(204)
  })

  it('T14 another tenant in the path: 404 where it is declared, else 403', async () => {
    const answers = [
      await app().call('/tenants/beta/orders', { as: acme }),
      await app().call('/tenants/beta/limits', { as: acme }),
      await app().call('/tenants/acme/orders', { as: acme }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 200])
  })

  it.each([
    ...(canSend('dot segments') ? ['%2e%2e'] : []),
    'acme%2f..',
    'acme%252f',
    '%61%2563me',
    'acme;x=1',
    'ac%6De%00',
    '%',
  ])('T15 what could be read as another path (%s): 400', async (tenant) => {
    expect((await app().call(`/tenants/${tenant}/orders`, { as: acme })).status).toBe(400)
  })

  it('T16 a host of another tenant: 403; forwarded hosts count for nothing', async () => {
    const tenantOfHost = (host: string): string | undefined => /^(\w+)\.example\.com$/.exec(host)?.[1]
    const statusFor = async (headers: readonly (readonly [string, string])[]): Promise<number> =>
      (await app({ tenantOfHost }).call('/orders/o1', { as: acme, headers })).status
    expect(await statusFor([['Host', 'acme.example.com']])).toBe(200)
    expect(await statusFor([['Host', 'beta.example.com']])).toBe(403)
    expect(
      await statusFor([
        ['Host', 'api.test'],
        ['X-Forwarded-Host', 'beta.example.com'],
      ]),
    ).toBe(200)
  })

  it('T17 two claims that disagree: 403', async () => {
    const claims = { tenant_id: 'acme', org_id: 'beta', sub: 'ann' }
    const authenticate = {
      authenticate: () => ({
        outcome: 'authenticated' as const,
        principal: { id: 'ann', issuer: undefined, scopes: [], clearance: undefined, claims },
        tenantClaims: ['org_id'],
      }),
    }
    const it = app({ authenticate })
    expect((await it.call('/orders/o1', { as: acme })).status).toBe(403)
    expect(it.audit.events[0]).toMatchObject({ reason: 'tenant-claims-disagree' })
  })

  it('T17 a claim that the contract does not name cannot stand in for the one it names', async () => {
    const authenticate = {
      authenticate: () => ({
        outcome: 'authenticated' as const,
        principal: { id: 'ann', issuer: undefined, scopes: [], clearance: undefined, claims: { org_id: 'acme' } },
        tenantClaims: ['org_id'],
      }),
    }
    expect((await app({ authenticate }).call('/orders/o1', { as: acme })).status).toBe(403)
  })

  it.each([[['acme']], [{ id: 'acme' }], [1], [true], [null]])(
    'T18 a tenant claim that is no text (%j): 403',
    async (tenant_id) => {
      expect((await app().call('/orders/o1', { as: { tenant_id } })).status).toBe(403)
    },
  )

  it('T20 an issuer that may not speak for the tenant: 403', async () => {
    const trustedIssuers = (issuer: string | undefined, tenant: string): boolean => issuer === `https://${tenant}.test`
    const it = app({ trustedIssuers })
    expect((await it.call('/orders/o1', { as: { ...acme, iss: 'https://acme.test' } })).status).toBe(200)
    expect((await it.call('/orders/o1', { as: { ...acme, iss: 'https://beta.test' } })).status).toBe(403)
  })

  it('T21 suspended, deleted and unknown tenants: one identical 403', async () => {
    const states = { acme: 'suspended', beta: 'deleted', gamma: 'unknown', delta: 'active' } as const
    const it = app({ tenants: { stateOf: (tenant) => states[tenant as keyof typeof states] } })
    const bodies = []
    for (const tenant_id of ['acme', 'beta', 'gamma']) {
      const answer = await it.call('/orders/o1', { as: { tenant_id } })
      expect(answer.status).toBe(403)
      bodies.push(answer.text)
    }
    expect(new Set(bodies).size).toBe(1)
    expect((await it.call('/orders/o1', { as: { tenant_id: 'delta' } })).status).toBe(200)
  })

  it('a tenant directory that fails: 503, not executed', async () => {
    const it = app({ tenants: { stateOf: () => Promise.reject(new Error('down')) } })
    expect((await it.call('/orders/o1', { as: acme })).status).toBe(503)
    expect(getOrder).not.toHaveBeenCalled()
  })

  it('T24 an operator without an explicit choice of tenant: 403 where one is needed', async () => {
    const operator = { sub: 'op', scopes: ['tenants.suspend'] }
    const it = app()
    expect((await it.call('/tenant', { as: operator })).status).toBe(403)
    expect((await it.call('/tenant?tenant=acme', { as: operator })).json).toEqual({ tenant: 'acme' })
    expect((await it.call('/tenants', { as: operator })).json).toEqual([{ tenantId: 'acme' }, { tenantId: 'beta' }])
    expect(it.audit.events.map(({ event, tenant }) => [event, tenant])).toEqual([
      ['access-refused', undefined],
      ['tenant-chosen', 'acme'],
    ])
  })

  it('T24 an operator that chooses two tenants at once, and a tenant that plays the operator: 403', async () => {
    const operator = { sub: 'op', scopes: ['tenants.suspend'] }
    const call = { method: 'PUT', as: operator, body: { suspended: 'yes' } }
    expect((await app().call('/tenants/acme/suspension', call)).status).toBe(204)
    expect((await app().call('/tenants/acme/suspension', { ...call, headers: [tenantHeader('beta')] })).status).toBe(
      403,
    )
    expect(
      (await app().call('/tenants/acme/suspension', { ...call, as: { ...operator, tenant_id: 'acme' } })).status,
    ).toBe(403)
  })

  it('T20 T24 a token that names no tenant makes no operator where issuers speak for some tenants only', async () => {
    const operator = { sub: 'op', scopes: ['tenants.suspend'], iss: 'https://acme.test' }
    const trustedIssuers = (issuer: string | undefined, tenant: string): boolean => issuer === `https://${tenant}.test`
    expect((await app({ trustedIssuers }).call('/tenant?tenant=beta', { as: operator })).status).toBe(403)
    expect((await app({ trustedIssuers }).call('/tenants', { as: operator })).status).toBe(403)
    const operators = ({ issuer }: { issuer: string | undefined }): boolean => issuer === 'https://staff.test'
    const it = app({ trustedIssuers, operators })
    expect((await it.call('/tenants', { as: operator })).status).toBe(403)
    expect((await it.call('/tenants', { as: { ...operator, iss: 'https://staff.test' } })).status).toBe(200)
  })

  describe('T17 T18 a claim that is nested in others', () => {
    const nested: ServerContract = {
      ...contract,
      securitySchemes: {
        ...contract.securitySchemes,
        session: { type: 'http', scheme: 'bearer', tenantClaim: 'realm.tenant' },
      },
      dataPolicy: { ...contract.dataPolicy, claim: 'realm.clearance' },
    }
    const call = (claims: object) => app({ contract: nested }).call('/orders/o1', { as: { sub: 'ann', ...claims } })
    it('names the tenant and the clearance', async () => {
      expect((await call({ realm: { tenant: 'acme' } })).json).toMatchObject({ tenantId: 'acme', email: '****' })
      const cleared = await call({ realm: { tenant: 'acme', clearance: 'support' } })
      expect(cleared.json).toMatchObject({ email: 'o1@acme.example' })
    })
    it('is one with the claim of this very name: they agree, or the call is refused', async () => {
      expect((await call({ 'realm.tenant': 'acme' })).json).toMatchObject({ tenantId: 'acme' })
      expect((await call({ 'realm.tenant': 'acme', realm: { tenant: 'acme' } })).status).toBe(200)
      expect((await call({ 'realm.tenant': 'acme', realm: { tenant: 'beta' } })).status).toBe(403)
      const realm = { tenant: 'acme', clearance: 'support' }
      expect((await call({ realm, 'realm.clearance': 'other' })).json).toMatchObject({ email: '****' })
    })
    it.each([
      { realm: 'acme' },
      { realm: { tenant: ['acme'] } },
      { realm: ['acme'] },
      { realm: {} },
      { tenant_id: 'acme' },
    ])('is none in %j: 403', async (claims) => {
      expect((await call(claims)).status).toBe(403)
    })
  })

  it('a scope that the credentials lack: 403 with the scope in the challenge', async () => {
    const answer = await app().call('/tenants/acme/suspension', { method: 'PUT', as: { sub: 'op' }, body: {} })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="tenants.suspend"')
  })

  it('T25 a method override changes nothing', async () => {
    const headers = [['X-HTTP-Method-Override', 'DELETE']] as const
    expect((await app().call('/orders/o1?_method=DELETE', { as: acme, headers })).status).toBe(200)
  })

  it('T46 T48 baggage is no authority, is not handed on, and may be of any size', async () => {
    const seen: unknown[] = []
    const getOrder: TestHandler = (request) => {
      seen.push(JSON.stringify([request, currentContext()]))
      return request.respond.ok(orderOf(request.tenant.id))
    }
    const it = createApp({ getOrder })
    for (const baggage of ['tenant.id=beta,tenantId=beta', 'a=b;'.repeat(2500), ',,,=\u00e9', 'tenant.id=acme']) {
      const answer = await it.call('/orders/o1', { as: acme, headers: [['baggage', baggage]] })
      expect(answer.json).toMatchObject({ tenantId: 'acme' })
    }
    expect(seen.join()).not.toMatch(/beta|baggage/)
    const answer = await it.call('/orders/o1', { as: acme, headers: [['baggage', 'a=b;'.repeat(4200)]] })
    expect(answer.status).toBe(431)
  })

  it('T27 a call across tenants without a grant: 403; with one, the named tenant only', async () => {
    const body = { supplier: 'beta' }
    const refused = await app().call('/handovers', { method: 'POST', as: acme, body })
    expect(refused.status).toBe(403)
    const it = app({ grants: grantList([grant]) })
    expect((await it.call('/handovers', { method: 'POST', as: acme, body })).json).toEqual(body)
    expect(it.audit.events).toEqual([
      expect.objectContaining({ event: 'tenant-crossed', details: { to: 'beta', grant: 'g1', pathway: 'supply' } }),
    ])
    expect((await it.call('/handovers', { method: 'POST', as: acme, body: { supplier: 'gamma' } })).status).toBe(403)
  })

  it('T27 a granted call may not answer with a third tenant', async () => {
    const it = createApp(
      { handOver: () => ({ status: 200, body: { supplier: 'gamma' } }) },
      { grants: grantList([grant]) },
    )
    const answer = await it.call('/handovers', { method: 'POST', as: acme, body: { supplier: 'beta' } })
    expect(answer.status).toBe(500)
    expect(it.audit.events.at(-1)).toMatchObject({ event: 'leak-blocked' })
  })

  it('T32 a service credential with a copied tenant header: 403', async () => {
    expect((await app().call('/orders/o1', { as: { sub: 'service' }, headers: [tenantHeader('acme')] })).status).toBe(
      403,
    )
  })

  it('a public operation asks for nothing and binds nothing', async () => {
    const answer = await app().call('/status', { headers: [tenantHeader('not a tenant')] })
    expect(answer.json).toEqual({ state: 'up' })
  })

  it('refused and unverifiable credentials: 401 and 503', async () => {
    const call = (value: string): Promise<{ status: number; headers: Headers }> =>
      app().call('/orders/o1', { headers: [['Authorization', value]] })
    expect((await call('Bearer bad')).headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect((await call('Bearer bad')).status).toBe(401)
    expect((await call('Basic abc')).status).toBe(401)
    expect((await call('Bearer')).status).toBe(401)
    expect((await call('Bearer down')).status).toBe(503)
    const twice = await app().call('/orders/o1', { as: acme, headers: [['authorization', 'Bearer x']] })
    expect(twice.status).toBe(401)
  })
})
