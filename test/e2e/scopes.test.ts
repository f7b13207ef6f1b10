import { beforeEach, describe, expect, it } from 'vitest'
import { grantList } from '../../src/runtime/src/index.js'
import { tenants } from './support/tenants.js'

/** Whose data a call is about: settled by the token alone; everything else in the request must agree. */
const grant = { id: 'grant-1', from: 'acme', to: 'globex', operations: ['listOffers'], pathway: 'partner' }
const app = await tenants(grantList([{ ...grant, expiresAt: Number.POSITIVE_INFINITY }]))
const { seen, audit } = app
const acme = app.as('acme')
beforeEach(() => {
  seen.length = 0
  audit.length = 0
  app.rows = []
})

describe('a tenant is filled in by the client and verified by the server', () => {
  it('in the path', async () => {
    expect((await acme.listNotes()).body).toEqual([{ text: 'a', tenantId: 'acme' }])
    expect(seen).toEqual([{ tenant: 'acme', tenantId: 'acme' }])
  })

  it('in the query and in a header', async () => {
    await acme.findNotes()
    await acme.createNote({ body: { text: 'a' } })
    expect(seen).toEqual([
      { tenant: 'acme', account: 'acme' },
      { tenant: 'acme', xAccount: 'acme' },
    ])
  })

  it('asked for anew before each call', async () => {
    let current = 'acme'
    const client = app.as('', { auth: ({ tenant }) => tenant ?? '', tenant: () => current })
    await client.listCurrencies()
    current = 'globex'
    await client.listCurrencies()
    expect(seen).toEqual(['acme', 'globex'])
  })

  it.each([
    ['path', 'listNotes'],
    ['query', 'findNotes'],
    ['header', 'listCurrencies'],
  ] as const)('another one in the %s is refused, and neither is named', async (_, operation) => {
    const client = app.as('acme', { tenant: 'globex' })
    const failure = await client[operation]().catch((error: unknown) => error)
    expect(failure).toMatchObject({ status: 403, code: 'TK7137', refusal: { reason: 'tenant-refused' } })
    expect(JSON.stringify((failure as { problem: unknown }).problem)).not.toMatch(/acme|globex/)
    expect([seen, audit.map(({ event, tenant }) => [event, tenant])]).toEqual([[], [['tenant-mismatch', 'acme']]])
  })

  it('another one in the body is refused', async () => {
    await expect(acme.moveNote({ body: { owner: 'globex' } })).rejects.toMatchObject({ status: 403 })
    expect(seen).toEqual([])
    await acme.moveNote({ body: { owner: 'acme' } })
    expect(seen).toEqual([{ tenant: 'acme', owner: 'acme' }])
  })

  it('no token, no tenant', async () => {
    const response = await app.fetch(`${app.url}/currencies`)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})

describe('the other scopes', () => {
  it('shared: a verified tenant, the same data for all', async () => {
    expect((await acme.listCurrencies()).body).toEqual(['EUR'])
    expect(seen).toEqual(['acme'])
  })

  it('public: nobody', async () => {
    expect((await acme.getStatus()).body).toBe('fine')
    expect(seen).toEqual([undefined])
  })

  it('platform: an operator, with a tenant only by choice', async () => {
    const operator = app.as(':operator')
    expect((await operator.getReport()).body).toBe('all')
    expect((await operator.lockTenant({ path: { tenantId: 'globex' } })).body).toEqual({
      text: 'locked',
      tenantId: 'globex',
    })
    expect(seen).toEqual([
      [undefined, 'ada'],
      ['globex', 'globex'],
    ])
    expect(audit.map(({ event, tenant }) => [event, tenant])).toEqual([['tenant-chosen', 'globex']])
  })

  it('platform: no tenant may', async () => {
    await expect(acme.getReport()).rejects.toMatchObject({ status: 403 })
    await expect(app.as('acme:operator').getReport()).rejects.toMatchObject({ status: 403 })
    expect(seen).toEqual([])
  })
})

describe('across a tenant boundary', () => {
  it('with a grant, what the pathway allows: rows of the other tenant arrive', async () => {
    app.rows = [{ id: 1, tenantId: 'globex' }]
    expect((await acme.as('globex').listOffers()).body).toEqual([{ id: 1, tenantId: 'globex' }])
    expect(seen).toEqual([['acme', 'globex']])
    expect(audit).toMatchObject([{ event: 'tenant-crossed', tenant: 'acme', details: { grant: 'grant-1' } }])
  })

  it('without a grant nothing', async () => {
    await expect(acme.as('initech').listOffers()).rejects.toMatchObject({ status: 403 })
    await expect(app.as('globex').as('acme').listOffers()).rejects.toMatchObject({ status: 403 })
    expect(seen).toEqual([])
  })

  it('a third tenant’s rows stay where they are', async () => {
    app.rows = [{ id: 1, tenantId: 'initech' }]
    await expect(acme.as('globex').listOffers()).rejects.toMatchObject({ status: 500 })
    expect(audit.map(({ event }) => event)).toContain('leak-blocked')
  })

  it('no other operation follows', async () => {
    await expect(acme.as('globex').listNotes()).rejects.toMatchObject({ status: 403 })
    await expect(acme.as('globex').listCurrencies()).rejects.toMatchObject({ status: 403 })
    expect(seen).toEqual([])
  })
})

describe('rows of another tenant are blocked wherever they stand', () => {
  const own = { id: 1, tenantId: 'acme', secret: 'own' }
  const foreign = { id: 2, tenantId: 'globex', secret: 'CANARY' }

  it.each(['leakRow', 'leakNested', 'leakList', 'leakMap', 'leakUnion'] as const)('%s', async (operation) => {
    app.rows = [own]
    expect((await acme[operation]()).status).toBe(200)
    app.rows = operation === 'leakList' || operation === 'leakMap' ? [own, foreign] : [foreign]
    const failure = await acme[operation]().catch((error: unknown) => error)
    expect(failure).toMatchObject({ status: 500 })
    expect(JSON.stringify((failure as { problem: unknown }).problem)).not.toMatch(/CANARY|globex|acme/)
    expect(audit.map(({ event, tenant, status }) => [event, tenant, status])).toEqual([['leak-blocked', 'acme', 500]])
    expect(JSON.stringify(audit)).not.toContain('CANARY')
  })

  it.each(['leakEvents', 'leakLines'] as const)('%s: the stream breaks off before the row', async (operation) => {
    app.rows = [own, foreign, own]
    const received: unknown[] = []
    const { body } = await acme[operation]()
    const read = async (): Promise<void> => {
      for await (const item of body as AsyncIterable<unknown>) received.push(item)
    }
    await expect(read()).rejects.toMatchObject({ code: 'TK7121' })
    // What was not on its way yet is lost with the connection.
    for (const item of received) expect(item).toEqual(operation === 'leakEvents' ? { data: own } : own)
    expect(audit.map(({ event, reason }) => [event, reason])).toEqual([['leak-blocked', 'stream']])
  })
})
