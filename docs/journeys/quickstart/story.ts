import { type AuditEvent, ephemeralKeys, jwt, memoryIdempotency } from '@tenantkit/runtime'
import { listen } from '@tenantkit/runtime/node'
import { createOrdersClient, type OrdersClient } from './generated/orders/client.js'
import { createOrdersServer } from './generated/orders/server.js'
import type { NewOrder } from './generated/orders/types/new-order.js'
import { createShop } from './handlers.js'
import { createIdentityProvider, type Person } from './identity-provider.js'
import type { Narrator } from './narrator.js'

const ada: Person = { name: 'ada', tenant: 'acme', clearance: 'billing' }
const bob: Person = { name: 'bob', tenant: 'acme' }
const eve: Person = { name: 'eve', tenant: 'globex', clearance: 'billing' }

const wanted: NewOrder = {
  email: 'ada.lovelace@acme.example',
  currency: 'EUR',
  lines: [{ sku: 'A-1', quantity: 2 }],
  payment: { method: 'card', holder: 'Ada Lovelace', cardToken: 'tok_1' },
}

/** Serves the orders and calls them as two tenants. */
export async function tellTheStory(narrator: Narrator): Promise<void> {
  const identity = await createIdentityProvider()
  const shop = createShop()
  const audit: AuditEvent[] = []
  const server = createOrdersServer({
    handlers: shop.handlers,
    authenticate: jwt({ issuer: identity.issuer, audience: identity.audience, keys: identity.keys }),
    idempotency: memoryIdempotency(),
    keys: ephemeralKeys(),
    audit: { write: (event) => void audit.push(event) },
  })
  const listening = await listen(server)
  const { url } = listening
  const clientFor = (person: Person): OrdersClient =>
    createOrdersClient({ baseUrl: url, auth: () => identity.tokenFor(person), tenant: person.tenant })
  try {
    narrator.chapter(`A server at ${url}`)
    narrator.say('Ada and Bob work for acme, Eve works for globex. Only Ada is cleared for billing.')
    const orderId = await normalCall(narrator, clientFor(ada))
    await masked(narrator, clientFor(ada), clientFor(bob), orderId)
    await replayed(narrator, clientFor(ada), () => shop.placed())
    await forged(narrator, `${url}/orders/${orderId}`, await identity.tokenFor(eve))
    await leaked(narrator, `${url}/orders/${orderId}`, await identity.tokenFor(eve), audit)
    await invalid(narrator, `${url}/orders`, await identity.tokenFor(ada))
  } finally {
    await listening.close()
  }
}

async function normalCall(narrator: Narrator, orders: OrdersClient): Promise<string> {
  narrator.chapter('A normal call')
  const created = await orders.createOrder({ body: wanted })
  if (created.status !== 201) {
    narrator.expect(`Ada places an order: ${created.status}`, false)
    return ''
  }
  narrator.expect(`Ada places an order: 201, ${created.headers.location}`, true)
  narrator.expect(`it belongs to ${created.body.tenantId}, as her token says`, created.body.tenantId === 'acme')
  return created.body.id
}

async function masked(
  narrator: Narrator,
  cleared: OrdersClient,
  uncleared: OrdersClient,
  orderId: string,
): Promise<void> {
  narrator.chapter('The same order for two clearances')
  const [full, hidden] = await Promise.all([cleared, uncleared].map((orders) => orders.getOrder({ path: { orderId } })))
  if (full?.status !== 200 || hidden?.status !== 200) {
    narrator.expect('both may read it', false)
    return
  }
  const show = ({ email, amount, card }: typeof full.body): string =>
    `email ${email}, amount ${String(amount)}, card ${String(card)}`
  narrator.say(`Ada, cleared for billing:  ${show(full.body)}`)
  narrator.say(`Bob, without a clearance:  ${show(hidden.body)}`)
  narrator.expect('Ada sees the amount, Bob does not', full.body.amount === 129.9 && hidden.body.amount !== 129.9)
  narrator.expect(
    'neither sees the card: it is restricted',
    ![full, hidden].some(({ body }) => String(body.card).includes('4111')),
  )
  narrator.expect('Bob does not see the address', !hidden.body.email.includes('lovelace'))
}

async function replayed(narrator: Narrator, orders: OrdersClient, placed: () => number): Promise<void> {
  narrator.chapter('One idempotency key, twice')
  const before = placed()
  const options = { idempotencyKey: 'a-key-of-the-quickstart' }
  const first = await orders.createOrder({ body: wanted }, options)
  const again = await orders.createOrder({ body: wanted }, options)
  const same = first.status === 201 && again.status === 201 && first.body.id === again.body.id
  narrator.expect('the same call again gives the same order', same)
  narrator.expect('the handler ran once', placed() === before + 1)
  narrator.expect('the answer says that it is a replay', again.response.headers.get('idempotency-replayed') === 'true')
  const other = await orders.createOrder({ body: { ...wanted, currency: 'USD' } }, options)
  narrator.expect(`the same key with another order: ${other.status}`, other.status === 422)
}

async function forged(narrator: Narrator, url: string, token: string): Promise<void> {
  narrator.chapter('A forged tenant header')
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, 'x-tenant-id': 'acme' } })
  const text = await response.text()
  narrator.say(`Eve sends her token of globex and the header X-Tenant-Id: acme\n${response.status} ${text}`)
  narrator.expect('refused, and neither tenant is named', response.status === 403 && !/acme|globex/.test(text))
}

async function leaked(narrator: Narrator, url: string, token: string, audit: readonly AuditEvent[]): Promise<void> {
  narrator.chapter("A handler that returns another tenant's row")
  narrator.say('The handler of getOrder forgets the tenant: it finds any order by its id. Eve asks for one of acme.')
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const text = await response.text()
  narrator.say(`${response.status} ${text}`)
  narrator.expect(
    '500, and not one byte of the row',
    response.status === 500 && !/acme|lovelace|129\.9|4111/.test(text),
  )
  const entry = audit.find(({ event }) => event === 'leak-blocked')
  narrator.expect(
    `the audit log knows: ${entry?.event}, ${entry?.operation}, caller of ${entry?.tenant}`,
    entry !== undefined,
  )
}

async function invalid(narrator: Narrator, url: string, token: string): Promise<void> {
  narrator.chapter('An invalid order')
  const body = JSON.stringify({ ...wanted, email: 'secret-4111111111111111' })
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': '"another-key-of-the-quickstart"',
  }
  const response = await fetch(url, { method: 'POST', headers, body })
  const text = await response.text()
  narrator.say(`${response.status} ${text}`)
  narrator.expect(
    '422 with path, keyword and expectation',
    response.status === 422 && text.includes('/email') && text.includes('format'),
  )
  narrator.expect('the value is not repeated', !text.includes('4111'))
}
