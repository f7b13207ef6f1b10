import { beforeEach, describe, expect, it } from 'vitest'
import { type Interceptor, unwrap } from '../../src/runtime/src/gen1/index.js'
import { createTenantsTransport } from '../samples/tenants/_expected/client.js'
import { listByCursorItems, listByOffset } from '../samples/tenants/_expected/operations/pages.js'
import type { PersonInput } from '../samples/tenants/_expected/types/person.js'
import { lossyProxy } from './support/lossy-proxy.js'
import { tenants } from './support/tenants.js'

/** Masks, idempotency, retries and pages, as callers of the generated client see them. */
const app = await tenants()
const { seen } = app
const acme = app.as('acme')
beforeEach(() => {
  seen.length = 0
  app.before = () => undefined
})

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('one answer for several clearances', () => {
  const body: PersonInput = {
    name: 'Ada Lovelace',
    role: 'owner',
    password: 'correct horse',
    email: 'ada.lovelace@acme.example',
    card: '4111111111111111',
    salary: 5000,
    health: 'well',
    born: '1815-12-10',
    contacts: [
      { kind: 'phone', number: '+44 20 7946 0958' },
      { kind: 'letter', street: '12 St James’s Square' },
    ],
    labels: { desk: 'engine room' },
    manager: { name: 'Lord Byron', role: 'member', password: 'x', contacts: [] },
  }
  const { password: _, manager: __, ...shown } = body

  it('the handler gets everything, write-only data too', async () => {
    await acme.createPerson({ body })
    expect(seen).toEqual([body])
  })

  it('all of it, but what is only written', async () => {
    const { body: person } = await app.as('acme:root').createPerson({ body })
    expect(person).toEqual({ ...shown, id: 'p1', manager: null })
  })

  it('contacts', async () => {
    const { body: person } = await app.as('acme:support').createPerson({ body })
    expect([person.email, person.contacts]).toEqual([body.email, body.contacts])
    expect([person.salary, person.name === body.name, person.health]).toEqual([null, false, undefined])
  })

  it('up to confidential, and cards', async () => {
    const { body: person } = await app.as('acme:billing').createPerson({ body })
    const { health: ___, ...all } = shown
    expect(person).toEqual({ ...all, id: 'p1', manager: null })
  })

  it('nothing that is classified', async () => {
    const { body: person } = await acme.createPerson({ body })
    const text = JSON.stringify(person)
    expect(text).not.toMatch(/Lovelace|lovelace|411111|5000|well|1815|7946|Square|engine|horse/)
    expect([person.id, person.role, person.salary, person.contacts.map(({ kind }) => kind)]).toEqual([
      'p1',
      'owner',
      null,
      ['phone', 'letter'],
    ])
    expect(Object.keys(person).sort()).toEqual([
      'born',
      'card',
      'contacts',
      'email',
      'id',
      'labels',
      'manager',
      'name',
      'role',
      'salary',
    ])
  })

  it('an unknown clearance shows no more than none', async () => {
    expect((await app.as('acme:made-up').createPerson({ body })).body).toEqual((await acme.createPerson({ body })).body)
  })

  it('T78 what was masked and comes back is refused, and never reaches the handler', async () => {
    const { body: person } = await acme.createPerson({ body })
    seen.length = 0
    const { id: ____, ...rest } = person as unknown as PersonInput & { id: string }
    for (const sent of [
      { ...body, name: rest.name },
      { ...body, card: rest.card },
    ]) {
      await expect(acme.createPerson({ body: sent as PersonInput })).rejects.toMatchObject({ status: 422 })
    }
    expect(seen).toEqual([])
  })

  it('an enum value that the contract does not know is refused on the way in', async () => {
    const role = 'pirate' as 'owner'
    await expect(acme.createPerson({ body: { ...body, role } })).rejects.toMatchObject({ status: 422 })
  })
})

describe('idempotency', () => {
  const amount = { amount: 5 }

  it('the same key gives the same answer, and one effect; the replay is masked for whoever asks', async () => {
    const key = { idempotencyKey: 'a-key-of-this-test-1' }
    const first = unwrap(await app.as('acme:billing').pay({ body: amount }, key))
    const again = await acme.pay({ body: amount }, key)
    expect([again.status, again.response.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(again.body).toMatchObject({ run: first.run, key: key.idempotencyKey })
    expect([first.account, 'account' in again.body && again.body.account !== first.account]).toEqual([
      'DE02120300000000202051',
      true,
    ])
  })

  it('the same key of another tenant is another key', async () => {
    const key = { idempotencyKey: 'a-key-of-this-test-2' }
    const [one, other] = [
      unwrap(await acme.pay({ body: amount }, key)),
      unwrap(await app.as('globex').pay({ body: amount }, key)),
    ]
    expect(one.run).not.toBe(other.run)
  })

  it('the same key with another body is refused', async () => {
    const key = { idempotencyKey: 'a-key-of-this-test-3' }
    await acme.pay({ body: amount }, key)
    expect((await acme.pay({ body: { amount: 6 } }, key)).status).toBe(422)
  })

  it('without a key the client makes one for each call', async () => {
    const [one, other] = [unwrap(await acme.pay({ body: amount })), unwrap(await acme.pay({ body: amount }))]
    expect(one.key).toMatch(/^[\da-f-]{36}$/)
    expect([one.key === other.key, one.run === other.run]).toEqual([false, false])
  })

  it('optional: the client makes a key all the same, other callers may leave it out', async () => {
    const [one, other] = [await acme.refund({ body: amount }), await acme.refund({ body: amount })]
    expect([one.body.key === other.body.key, one.body.run === other.body.run]).toEqual([false, false])
    const response = await app.fetch(`${app.url}/refunds`, {
      method: 'POST',
      headers: { authorization: 'Bearer acme', 'content-type': 'application/json' },
      body: JSON.stringify(amount),
    })
    expect([response.status, await response.json()]).toMatchObject([201, { run: other.body.run + 1 }])
  })

  it('required: no effect without a key', async () => {
    const response = await app.fetch(`${app.url}/payments`, {
      method: 'POST',
      headers: { authorization: 'Bearer acme', 'content-type': 'application/json' },
      body: JSON.stringify(amount),
    })
    expect(response.status).toBe(400)
  })

  it('the key in the body', async () => {
    const made = await acme.transfer({ body: amount })
    expect(seen).toEqual([{ ...amount, requestId: made.body.key }])
    const given = { body: { ...amount, requestId: 'a-key-of-this-test-5' } }
    const [one, other] = [await acme.transfer(given), await acme.transfer(given)]
    expect([one.body.key, one.body.run]).toEqual([given.body.requestId, other.body.run])
  })

  it('a refusal of the handler is an answer, too', async () => {
    const key = { idempotencyKey: 'a-key-of-this-test-6' }
    const answers = [await acme.pay({ body: { amount: -1 } }, key), await acme.pay({ body: { amount: -1 } }, key)]
    expect(answers.map(({ status, response }) => [status, response.headers.get('idempotency-replayed')])).toEqual([
      [402, null],
      [402, 'true'],
    ])
  })
})

describe('attempts', () => {
  const environment = { sleep: instantly }
  const amount = { amount: 5 }

  it('an answer that is lost is asked for again with the same key: one effect', async () => {
    const proxy = await lossyProxy(app.url)
    const keys: (string | null)[] = []
    const noting: Interceptor = (request, next) => {
      keys.push(request.headers.get('idempotency-key'))
      return next(request)
    }
    const client = app.as('acme', { baseUrl: proxy.url, interceptors: [noting], environment })
    const { run: before } = unwrap(await client.pay({ body: amount }))
    keys.length = 0
    proxy.lose = 2
    const paid = await client.pay({ body: amount })
    expect([paid.status, unwrap(paid).run]).toEqual([201, before + 1])
    expect(paid.response.headers.get('idempotency-replayed')).toBe('true')
    expect([keys.length, new Set(keys).size]).toEqual([3, 1])
  })

  it('a server that fails first is asked again, up to the contract’s number of attempts', async () => {
    let failures = 3
    app.before = () => {
      if (failures-- > 0) throw new Error('not yet')
    }
    const busy: Interceptor = async (request, next) => {
      const response = await next(request)
      return response.status === 500 ? new Response(null, { status: 503 }) : response
    }
    const client = app.as('acme', { interceptors: [busy], environment })
    expect((await client.readFlaky()).status).toBe(200)
    failures = 4
    expect((await client.readFlaky().catch((error: unknown) => error)) as object).toMatchObject({ status: 503 })
  })

  it('a call that must not be repeated is not', async () => {
    const proxy = await lossyProxy(app.url)
    const client = app.as('acme', { baseUrl: proxy.url, attempts: 5, environment })
    proxy.lose = 1
    await expect(client.moveNote({ body: { owner: 'acme' } })).rejects.toMatchObject({ code: 'TK7121' })
    expect([proxy.lose, seen]).toEqual([0, [{ tenant: 'acme', owner: 'acme' }]])
  })

  it('interceptors see each attempt and may change the request', async () => {
    const calls: unknown[] = []
    const tracing: Interceptor = (request, next, call) => {
      calls.push(call)
      const traced = new Request(request)
      traced.headers.set('x-trace', 'on')
      return next(traced)
    }
    await app.as('acme', { interceptors: [tracing] }).listCurrencies()
    expect(calls).toEqual([{ operation: 'listCurrencies', tenant: 'acme', attempt: 1 }])
  })

  it('a time limit ends a call that hangs', async () => {
    app.before = () => new Promise(() => undefined)
    await expect(acme.readFlaky({ timeout: 20 })).rejects.toMatchObject({ code: 'TK7122' })
  })

  it('a signal that is aborted already sends nothing', async () => {
    await expect(acme.listByPage({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'TK7123' })
    expect(seen).toEqual([])
  })

  it('nobody there', async () => {
    const client = app.as('acme', { baseUrl: 'http://127.0.0.1:1' })
    await expect(client.listCurrencies()).rejects.toMatchObject({ name: 'ConnectionError', code: 'TK7121' })
  })

  /** Limits of time still count; only pauses between attempts take none. */
  function instantly(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (milliseconds >= 1000)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
    return Promise.resolve()
  }
})

describe('pages', () => {
  const rows = Array.from({ length: 7 }, (_, id) => ({ id, tenantId: 'acme' }))

  it('one page by the call itself', async () => {
    expect((await acme.listByCursor({ query: { cursor: '3' } })).body).toEqual({
      items: rows.slice(3, 6),
      next_cursor: '6',
      has_more: true,
    })
  })

  it('by cursor', async () => {
    expect(await all(acme.listByCursor.all())).toEqual(rows)
    expect(seen).toEqual(['0', '3', '6'])
  })

  it('by page, to the first that is empty', async () => {
    expect(await all(acme.listByPage.all({ query: { per_page: 3 } }))).toEqual(rows)
    expect(seen).toEqual([1, 2, 3, 4])
  })

  it('by offset, from where the caller wants', async () => {
    expect(await all(acme.listByOffset.all({ query: { offset: 2 } }))).toEqual(rows.slice(2))
    expect(seen).toEqual([2, 5, 7])
  })

  it('by the Link header, which keeps what else was asked for', async () => {
    expect(await all(acme.listByLink.all({ query: { search: 'a b' } }))).toEqual(rows)
    expect(seen).toEqual([
      [1, 'a b'],
      [2, 'a b'],
      [3, 'a b'],
    ])
  })

  it('by standalone functions, for those who count bytes', async () => {
    const transport = createTenantsTransport({ baseUrl: app.url, auth: 'acme', tenant: 'acme' })
    expect((await listByOffset(transport, { query: { offset: 6 } })).body).toEqual(rows.slice(6))
    expect(await all(listByCursorItems(transport))).toEqual(rows)
  })

  it('are fetched only as far as they are walked', async () => {
    for await (const { id } of acme.listByCursor.all()) if (id === 2) break
    expect(seen).toEqual(['0'])
  })

  it('a page that is no success is a typed error, after the items before it', async () => {
    const items: unknown[] = []
    const walk = async (): Promise<void> => {
      for await (const item of acme.listByLink.all({ query: { search: 'broken' } })) items.push(item)
    }
    await expect(walk()).rejects.toMatchObject({ name: 'ResponseError', code: 'TK7131', status: 503 })
    expect(items).toEqual(rows.slice(0, 3))
  })

  it('a link to another origin is not followed: it would take the credentials along', async () => {
    await expect(all(acme.listByLink.all({ query: { search: 'elsewhere' } }))).rejects.toMatchObject({ code: 'TK7124' })
  })
})
