/** One resource of twenty members, as `GET` and `POST`: what every side of the benchmark serves. */
const text = { type: 'string', minLength: 1, maxLength: 200 }
const money = { type: 'number', minimum: 0, maximum: 1_000_000 }
const members = {
  id: { type: 'string', minLength: 1, maxLength: 40 },
  tenantId: { type: 'string', 'x-tenant-key': true },
  sku: { type: 'string', pattern: '^[A-Z]-[0-9]{1,6}$' },
  quantity: { type: 'integer', minimum: 1, maximum: 10_000 },
  state: { type: 'string', enum: ['open', 'paid', 'sent', 'closed'] },
  email: { type: 'string', format: 'email', 'x-data-classification': 'contact.email' },
  card: { type: 'string', 'x-data-classification': 'payment-card' },
  createdAt: { type: 'string', format: 'date-time' },
  dueOn: { type: 'string', format: 'date' },
  price: money,
  tax: money,
  total: money,
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  street: { ...text, 'x-data-classification': 'personal' },
  city: text,
  country: { type: 'string', minLength: 2, maxLength: 2 },
  note: { type: 'string', maxLength: 2000 },
  gift: { type: 'boolean' },
  tags: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 40 } },
  weight: { type: 'number', minimum: 0 },
}

export const order = {
  id: 'o-1',
  tenantId: 'acme',
  sku: 'A-1',
  quantity: 2,
  state: 'open',
  email: 'ann@example.com',
  card: '4111111111111111',
  createdAt: '2026-01-01T10:00:00.000Z',
  dueOn: '2026-02-01',
  price: 12.5,
  tax: 2.38,
  total: 14.88,
  currency: 'EUR',
  street: 'Main Street 1',
  city: 'Springfield',
  country: 'DE',
  note: 'Leave it at the door, please. '.repeat(20),
  gift: false,
  tags: ['new', 'fragile', 'blue'],
  weight: 1.25,
}

const schema = { type: 'object', required: ['sku', 'quantity'], properties: members, additionalProperties: false }
const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
})

export const contract = {
  openapi: '3.0.3',
  info: { title: 'Bench', version: '1.0.0' },
  servers: [{ url: 'https://bench.example.com' }],
  'x-tenant-scope': 'tenant',
  security: [{ session: [] }],
  paths: {
    '/orders/{orderId}': {
      get: {
        operationId: 'getOrder',
        tags: ['orders'],
        parameters: [{ name: 'orderId', in: 'path', required: true, schema: members.id }],
        responses: { '200': answer('It.') },
      },
    },
    '/orders': {
      post: {
        operationId: 'createOrder',
        tags: ['orders'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
        },
        responses: { '201': answer('Made.') },
      },
    },
    '/keyed-orders': {
      post: {
        operationId: 'createKeyedOrder',
        tags: ['orders'],
        'x-idempotency': 'required',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
        },
        responses: { '201': answer('Made.') },
      },
    },
  },
  components: {
    securitySchemes: {
      session: { type: 'http', scheme: 'bearer', 'x-tenant-key': { source: 'token', claim: 'tenant_id' } },
    },
    schemas: { Order: schema },
  },
}

/** Plain JSON Schema, for sides that take nothing else. */
export const plainSchema = JSON.parse(
  JSON.stringify(schema, (key, value: unknown) => (key.startsWith('x-') ? undefined : value)),
) as object
