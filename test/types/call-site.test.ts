import { beforeAll, describe, expect, it } from 'vitest'
import { compileSnippets } from './compile-snippets.js'

/** What the generated types are for: right calls and handlers compile, wrong ones do not, each for its own reason. */
const right: readonly (readonly [name: string, snippet: string])[] = [
  [
    'a switch over the status knows each body, and that none is left',
    `const created = await orders.createOrder({ body: newOrder })
     switch (created.status) {
       case 201: { const id: string = created.body.id; const at: string = created.headers.location; void [id, at]; break }
       case 409: { const detail: string | undefined = created.body.detail; void detail; break }
       case 422: { void created.body; break }
       default: { const status: Exclude<typeof created.status, 201 | 409 | 422> = created.status; void status }
     }`,
  ],
  [
    'a switch over statuses that are all declared is exhaustive',
    `const flaky = await tenants.readFlaky()
     switch (flaky.status) {
       case 200: void flaky.body.run; break
       case 503: void flaky.body.title; break
       default: flaky satisfies never
     }`,
  ],
  [
    'a range and the default leave out what is declared by itself',
    `const answer = await exchange.answerStatus({ path: { code: 200 } })
     if (answer.status === 404) answer.body satisfies undefined
     if (answer.status === 200) answer.body.text satisfies string
     if (answer.status === 204) answer.body.class satisfies 'success'
     if (answer.status === 418) answer.body.title satisfies string | undefined
     if (answer.status === 503) answer.body satisfies string`,
  ],
  ['unwrap gives the body of the success', `unwrap(await orders.getOrder({ path: { orderId: '' } })) satisfies Order`],
  [
    'items of all pages',
    `for await (const item of orders.listOrders.all({ query: { state: ['open'] } })) item satisfies Order`,
  ],
  ['input that may be left out', `void [orders.listOrders(), orders.listOrders.all(), orders.getStatus()]`],
  ['options whose value may be undefined', `void orders.getStatus({ signal: undefined, timeout: undefined })`],
  ['another tenant where there is a pathway', `orders.as('acme') satisfies OrdersClient`],
  ['the key where idempotency is declared', `void orders.createOrder({ body: newOrder }, { idempotencyKey: 'k' })`],
  [
    'the media type tells the bodies apart',
    `const answer = await exchange.answerNegotiated()
     if (answer.contentType === 'text/csv') answer.body satisfies string
     else answer.body.text satisfies string`,
  ],
  [
    'a discriminator tells the alternatives apart',
    `const { body } = await tenants.createPerson({ body: {} as never })
     for (const contact of body.contacts) (contact.kind === 'phone' ? contact.number : contact.street) satisfies string`,
  ],
  ['an event has typed data', `for await (const { data } of (await exchange.watchText()).body) data satisfies string`],
  [
    'a reply by name or by hand',
    `const one: TenantsHandlers['createNote'] = ({ body, respond }) => respond.created(body)
     const other: TenantsHandlers['createNote'] = async ({ body }) => ({ status: 201, body })
     void [one, other]`,
  ],
  [
    'a handler that knows its tenant',
    `const handler: OrdersHandlers['listOrders'] = ({ tenant, principal, query, respond }) => {
       void [tenant.id satisfies string, principal.id, query.limit satisfies number | undefined]
       return respond.ok({ items: [] })
     }
     void handler`,
  ],
]

const wrong: readonly (readonly [name: string, code: string, snippet: string])[] = [
  [
    'a missing handler',
    'TS2741',
    `const { createOrder: _, ...rest } = handlers
     createOrdersServer({ handlers: rest, authenticate, idempotency })`,
  ],
  [
    'a handler that is no operation',
    'TS2353',
    `createOrdersServer({ handlers: { ...handlers, invented: () => 1 }, authenticate, idempotency })`,
  ],
  ['a server without anybody who verifies credentials', 'TS2741', `createOrdersServer({ handlers, idempotency })`],
  ['a server without a place for idempotency', 'TS2741', `createOrdersServer({ handlers, authenticate })`],
  [
    'a status that is not declared',
    'TS2322',
    `const handler: TenantsHandlers['createNote'] = ({ body }) => ({ status: 200, body })`,
  ],
  [
    'a body that is not declared',
    'TS2322',
    `const handler: TenantsHandlers['createNote'] = () => ({ status: 201, body: { text: 1 } })`,
  ],
  [
    'a body where none is declared',
    'TS2322',
    `const handler: TenantsHandlers['moveNote'] = () => ({ status: 204, body: 'moved' })`,
  ],
  [
    'a responder that is not declared',
    'TS2339',
    `const handler: TenantsHandlers['createNote'] = ({ body, respond }) => respond.ok(body)`,
  ],
  [
    'a body of another answer',
    'TS2353',
    `const handler: OrdersHandlers['getOrder'] = ({ respond }) => respond.ok({ title: 'no order' }, { etag: '' })`,
  ],
  [
    'a required header that is left out',
    'TS2554',
    `const handler: OrdersHandlers['getOrder'] = ({ respond }) => respond.ok(order)`,
  ],
  [
    'an invented value of an enum in a reply',
    'TS2322',
    `const handler: OrdersHandlers['getOrder'] = ({ respond }) => respond.ok({ ...order, state: 'lost' }, { etag: '' })`,
  ],
  [
    'an answer for only some calls',
    'TS2322',
    `const handler: TenantsHandlers['createNote'] = ({ body, respond }) => (body.text ? respond.created(body) : undefined)`,
  ],
  [
    'the tenant of a public call',
    'TS2339',
    `const handler: OrdersHandlers['getStatus'] = ({ tenant, respond }) => respond.ok({} as never)`,
  ],
  [
    'the tenant of an operator, without a look whether there is one',
    'TS18048',
    `const handler: TenantsHandlers['lockTenant'] = ({ tenant, respond }) => respond.ok({ text: tenant.id })`,
  ],
  [
    'idempotency where none is declared',
    'TS2339',
    `const handler: TenantsHandlers['createNote'] = ({ body, idempotency, respond }) => respond.created(body)`,
  ],
  ['a client without its tenant', 'TS2741', `createOrdersClient({ auth: 'token' })`],
  ['a client without credentials', 'TS2741', `createOrdersClient({ tenant: 'acme' })`],
  ['a tenant where no operation needs one', 'TS2353', `createExchangeClient({ tenant: 'acme' })`],
  ['no base URL where the contract names none', 'TS2741', `createBodiesClient({})`],
  [
    'an idempotency key where none is declared',
    'TS2353',
    `void orders.getOrder({ path: { orderId: '' } }, { idempotencyKey: 'k' })`,
  ],
  ['another tenant where there is no pathway', 'TS2339', `exchange.as('acme')`],
  ['a walk over what is no list', 'TS2339', `orders.getOrder.all({ path: { orderId: '' } })`],
  ['input that is left out', 'TS2554', `void orders.getOrder()`],
  ['a parameter that is left out', 'TS2741', `void orders.getOrder({ path: {} })`],
  ['a parameter of another type', 'TS2322', `void orders.listOrders({ query: { limit: '5' } })`],
  ['an unknown parameter', 'TS2353', `void orders.listOrders({ query: { size: 5 } })`],
  ['an invented value of an enum in a request', 'TS2322', `void orders.listOrders({ query: { state: ['lost'] } })`],
  [
    'a tenant key that the client fills in',
    'TS2353',
    `void tenants.createNote({ headers: { xAccount: 'globex' }, body: { text: '' } })`,
  ],
  ['read-only data in a request', 'TS2353', `void orders.createOrder({ body: { ...newOrder, id: '1' } })`],
  ['write-only data of an answer', 'TS2339', `void (await tenants.createPerson({ body: {} as never })).body.password`],
  [
    'a value of an answer’s enum taken for one that is known',
    'TS2322',
    `const state: 'open' | 'accepted' | 'shipped' | 'delivered' | 'cancelled' = order.state`,
  ],
  [
    'a masked number taken for a number',
    'TS2533',
    `(await tenants.createPerson({ body: {} as never })).body.salary.toFixed()`,
  ],
  [
    'the body of one answer without a look at the status',
    'TS2339',
    `void (await orders.createOrder({ body: newOrder })).body.id`,
  ],
  [
    'the property of one alternative',
    'TS2339',
    `(await tenants.createPerson({ body: {} as never })).body.contacts[0]?.number`,
  ],
  ['a change of what came', 'TS2540', `order.id = ''`],
  [
    'undefined where the contract knows absence only',
    'TS2375',
    `void orders.cancelOrder({ path: { orderId: '' }, body: { reason: undefined } })`,
  ],
  [
    'a media type that is not declared',
    'TS2322',
    `void exchange.postSeveral({ contentType: 'application/xml', body: '' })`,
  ],
  [
    'a body of another media type',
    'TS2345',
    `void exchange.postSeveral({ contentType: 'text/plain', body: { text: '' } })`,
  ],
]

let errors: readonly (readonly string[])[] = []
beforeAll(async () => {
  errors = await compileSnippets([...right.map(([, snippet]) => snippet), ...wrong.map(([, , snippet]) => snippet)])
}, 60_000)

describe('compiles', () => {
  it.each(right.map(([name], index) => [name, index] as const))('%s', (_, index) => {
    expect(errors[index]).toEqual([])
  })
})

describe('does not compile', () => {
  it.each(wrong.map(([name, code], index) => [name, code, right.length + index] as const))(
    '%s: %s',
    (_, code, index) => {
      expect(errors[index]).toEqual([code])
    },
  )
})
