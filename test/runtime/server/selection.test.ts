import { describe, expect, it, vi } from 'vitest'
import type { ServerContract, ServerOperation, ServerParameter } from '../../../src/runtime/src/gen1/server/index.js'
import { acme, believing, createApp } from '../support/app.js'
import { array, classified, object, string } from '../support/codecs.js'

const email = { sensitivity: 'confidential', category: 'contact.email' } as const
const amount = { sensitivity: 'restricted', category: 'financial' } as const
const order = object({
  id: string(),
  'email?': classified({ ...email, strategy: 'full', field: 'Order.email' }),
  'customer?': object({
    name: string(),
    'phone?': classified({ ...email, strategy: 'full', field: 'Customer.phone' }),
  }),
})
const selection: NonNullable<ServerOperation['selection']> = {
  fields: [
    'id',
    'state',
    'from',
    'name',
    'email',
    'amount',
    'customer',
    'customer/name',
    'customer/phone',
    'customer/id',
  ],
  hidden: [
    { ...email, of: ['email', 'customer/phone', 'from'], inside: ['customer'] },
    { ...amount, of: ['amount'] },
  ],
  listed: ['sortBy'],
  declared: [
    { name: 'phone', sensitivity: 'internal', overrides: true },
    { name: 'needle', sensitivity: 'restricted' },
    { name: 'search', sensitivity: 'confidential' },
  ],
}

const text = (name: string): ServerParameter => ({ name, in: 'query', codec: string() })
const list = (name: string): ServerParameter => ({
  ...text(name),
  explode: false,
  shape: { kind: 'array', items: ['string'] },
  codec: array(string()),
})
const anything = { check: () => true, write: () => '{}' }
const member = { kind: 'scalar', types: ['string'] } as const
const deep = (name: string): ServerParameter => ({
  name,
  in: 'query',
  style: 'deepObject',
  explode: true,
  shape: {
    kind: 'object',
    properties: {
      id: member,
      name: member,
      email: member,
      field: member,
      value: member,
      phone: member,
      customer: { kind: 'object', properties: { phone: member, name: member } },
    },
  },
  codec: anything,
})
const parameters: readonly ServerParameter[] = [
  ...[
    'sort',
    'order_by',
    '$orderby',
    'sortBy',
    '$filter',
    'where',
    'q',
    'search',
    'select',
    'expand',
    'id',
    'email',
  ].map(text),
  ...[
    'emailContains',
    'min_amount',
    'customer.phone',
    'customer_phone',
    'phone',
    'needle',
    'name',
    'filter[email]',
  ].map(text),
  ...['orderBy', 'fields'].map(list),
  ...['filter', 'customer'].map(deep),
]

const contract: ServerContract = {
  name: 'Selection',
  version: '1.0.0',
  securitySchemes: { session: { type: 'http', scheme: 'bearer', tenantClaim: 'tenant_id' } },
  dataPolicy: {
    default: { max: 'internal', reveal: [] },
    clearances: { support: { max: 'internal', reveal: ['contact'] }, auditor: { max: 'restricted', reveal: [] } },
    claim: 'clearance',
  },
  operations: [
    {
      id: 'listOrders',
      method: 'GET',
      path: '/orders',
      scope: 'tenant',
      security: [{ session: [] }],
      parameters,
      selection,
      responses: [
        {
          status: '200',
          responder: 'ok',
          content: [{ mediaType: 'application/json', kind: 'json', codec: array(order) }],
        },
      ],
    },
  ],
}

/** With the clearance that the token names. */
const cleared: typeof believing = {
  async authenticate(presented) {
    const answer = await believing.authenticate(presented)
    if (answer.outcome !== 'authenticated') return answer
    const { clearance } = answer.principal.claims as { clearance?: string }
    return { ...answer, principal: { ...answer.principal, clearance } }
  },
}

const rows = [{ id: 'o1', email: 'ann@example.com', customer: { name: 'Ann', phone: '+44 20 7946 0958' } }]

async function statusOf(query: string, clearance?: string): Promise<number> {
  const app = createApp({ listOrders: () => ({ status: 200, body: rows }) }, { contract, authenticate: cleared })
  return (await app.call(`/orders?${query}`, { as: { ...acme, clearance } })).status
}

describe('choosing by a field that the caller is not shown', () => {
  const refused = [
    'sort=email',
    'sort=-email',
    'sort=%2Bid,-email',
    'sort=email:desc',
    'sort=EMAIL_DESC',
    'sort=lower(email)',
    'sort=customer.phone',
    'sort=customer/phone',
    'sort=phone',
    'sort=items.customer.phone',
    'sort=customer',
    'sort=customer.unknown',
    'sort=%7B%22email%22:-1%7D',
    'sort=%7B%22em%5Cu0061il%22:-1%7D',
    'sort=%2565mail',
    'sort=%EF%BD%85mail',
    'sort=from',
    'order_by=amount%20desc',
    '$orderby=id,email%20asc',
    'orderBy=id,email',
    'sortBy=email',
    '$filter=email%20eq%20%27ann@example.com%27',
    '$filter=startswith(email,%27a%27)',
    '$filter=customer/phone%20ne%20null',
    'where=%7B%22email%22:%7B%22like%22:%22a%25%22%7D%7D',
    'where=%7B%22and%22:%5B%7B%22field%22:%22email%22,%22op%22:%22eq%22%7D%5D%7D',
    'filter[email]=ann',
    'filter[customer][phone]=1',
    'filter[field]=email&filter[value]=a',
    'customer[phone]=1',
    'fields=id,email',
    'select=customer(phone)',
    'email=ann@example.com',
    'emailContains=ann',
    'min_amount=100',
    'customer.phone=1',
    'customer_phone=1',
    'search=anything',
  ]
  it.each(refused)('T71: %s is refused, and nothing of it is in the answer', async (query) => {
    const listOrders = vi.fn(() => ({ status: 200, body: rows }))
    const app = createApp({ listOrders }, { contract, authenticate: cleared })
    const answer = await app.call(`/orders?${query}`, { as: acme })
    const [name = ''] = decodeURIComponent(query).split('=')
    expect(answer.json).toMatchObject({ status: 403, code: 'TK7225', errors: [{ keyword: 'classification' }] })
    expect(answer.text).not.toContain('ann')
    expect(answer.text).not.toContain('customer.phone ')
    expect(listOrders).not.toHaveBeenCalled()
    expect(app.audit.events).toMatchObject([
      { event: 'access-refused', reason: 'masked-field', status: 403, details: { parameter: expect.any(String) } },
    ])
    expect(name.startsWith(String(app.audit.events[0]?.details['parameter']))).toBe(true)
  })

  it('T71: a name that no answer has is refused where items are put in order', async () => {
    expect(await statusOf('sort=passwordHash')).toBe(403)
    expect(await statusOf('sort=2')).toBe(403)
    expect(await statusOf('sortBy=relevance')).toBe(200)
    expect(await statusOf('$filter=anything%20eq%201')).toBe(200)
  })

  const allowed = [
    'sort=id',
    'sort=-id,state:asc',
    'sort=customer.name',
    'sort=customer.id%20desc%20nulls%20last',
    'sort=name',
    'orderBy=id,-state',
    '$filter=state%20eq%20%27email%27',
    'filter[id]=email',
    'filter[customer][name]=Ann',
    'customer[name]=Ann',
    'fields=id,customer',
    'expand=customer',
    'q=email%20of%20ann',
    'id=email',
    'name=amount',
    'phone=1',
    'needle=x',
  ]
  it.each(allowed)('T71: %s is served', async (query) => {
    expect(await statusOf(query)).toBe(200)
  })

  it('T71: whoever is shown a field may choose by it', async () => {
    expect(await statusOf('sort=email&filter[customer][phone]=1&email=x', 'support')).toBe(200)
    expect(await statusOf('sort=amount', 'support')).toBe(403)
    expect(await statusOf('sort=passwordHash', 'support')).toBe(403)
    expect(await statusOf('sort=amount&q=email:x&search=x&needle=y', 'auditor')).toBe(200)
  })

  it('T71: a search names fields when it compares them', async () => {
    expect(await statusOf('q=email:ann')).toBe(403)
    expect(await statusOf('q=%22email%22%20=%20ann')).toBe(403)
    expect(await statusOf('q=id:1')).toBe(200)
  })

  describe('T71: in a body that says what is looked for', () => {
    const search: ServerContract = {
      ...contract,
      operations: contract.operations.map((operation) => ({
        ...operation,
        id: 'findOrders',
        method: 'POST',
        parameters: [],
        selection: { ...selection, body: true },
        body: { required: true, content: [{ mediaType: 'application/json', kind: 'json', codec: anything }] },
      })),
    }
    const findOrders = vi.fn(() => ({ status: 200, body: rows }))
    const searched = async (body: unknown, clearance?: string): Promise<number> => {
      const app = createApp({ findOrders }, { contract: search, authenticate: cleared })
      const answer = await app.call('/orders', { method: 'POST', as: { ...acme, clearance }, body })
      if (answer.status !== 200) {
        expect(answer.json).toMatchObject({ code: 'TK7225', errors: [{ path: '/body', keyword: 'classification' }] })
        expect(answer.text).not.toMatch(/email|phone|ann/)
        expect(app.audit.events).toMatchObject([{ reason: 'masked-field', details: { parameter: 'body' } }])
      }
      return answer.status
    }

    it.each<[unknown]>([
      [{ sort: 'email' }],
      [{ sort: [{ email: 'asc' }] }],
      [{ orderBy: [{ field: 'customer.phone', direction: 'desc' }] }],
      [{ sort: 'passwordHash' }],
      [{ filter: { email: { like: 'a%' } } }],
      [{ filter: [{ field: 'email', op: 'eq', value: 'ann' }] }],
      [[{ field: 'email', op: 'eq', value: 'ann' }]],
      [{ where: { and: [{ customer: { phone: '1' } }] } }],
      [{ query: { term: { email: 'ann' } } }],
      [{ query: 'email:ann' }],
      [{ email: 'ann@example.com' }],
      [{ customer: { phone: '1' } }],
      [{ criteria: { emailContains: 'a' } }],
      [{ request: { options: { sort: 'email' } } }],
      [{ fields: ['id', 'email'] }],
    ])('%j is refused', async (body) => {
      findOrders.mockClear()
      expect(await searched(body)).toBe(403)
      expect(findOrders).not.toHaveBeenCalled()
      expect(await searched(body, 'auditor')).toBe(200)
    })

    it.each<[unknown]>([
      [{}],
      [{ sort: [{ id: 'asc' }], filter: { customer: { name: 'Ann' } }, query: 'email of ann', limit: 10 }],
      [{ where: { and: [{ field: 'state', op: 'eq', value: 'email' }] }, fields: ['id', 'customer'] }],
      [{ phone: '1' }],
      [['o1', 'o2']],
    ])('%j is served', async (body) => {
      expect(await searched(body)).toBe(200)
    })
  })

  it('T72: what a projection asks for is masked all the same', async () => {
    const app = createApp({ listOrders: () => ({ status: 200, body: rows }) }, { contract, authenticate: cleared })
    for (const query of ['', '?expand=customer', '?select=*', '?select=customer', '?fields=customer']) {
      const { json, text } = await app.call(`/orders${query}`, { as: acme })
      expect(json).toEqual([{ id: 'o1', email: '****', customer: { name: 'Ann', phone: '****' } }])
      expect(text).not.toContain('7946')
    }
  })

  it('T72: a handler that answers with no more than was asked for cannot show it either', async () => {
    const listOrders = (): unknown => ({ status: 200, body: [{ id: 'o1', email: 'ann@example.com', extra: 'x' }] })
    const app = createApp({ listOrders }, { contract, authenticate: cleared })
    const { json } = await app.call('/orders?expand=email&expand=extra', { as: acme })
    expect(json).not.toMatchObject([{ extra: 'x' }])
    expect((await app.call('/orders?select=extra', { as: acme })).json).toEqual([{ id: 'o1', email: '****' }])
  })
})
