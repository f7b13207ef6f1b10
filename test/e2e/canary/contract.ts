/** What a run may switch off, to see that the search would have found it. */
export interface Switches {
  /** `email` is classified. Default: true. */
  readonly masksEmail?: boolean
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object): object => ({ 'application/json': { schema } })
const problem = { description: 'No.', content: { 'application/problem+json': { schema: ref('Problem') } } }
const ok = (schema: object): object => ({ description: 'It.', content: json(schema) })
const text = { type: 'string' }

/** Every strategy, every place of a request and an answer, and every kind of answer. */
export function contract(title: string, { masksEmail = true }: Switches): object {
  const classified = (sensitivity: string, strategy: string, more: object = {}): object => ({
    ...text,
    ...more,
    'x-data-classification': { sensitivity, masking: { strategy } },
  })
  const contact = { ...text, 'x-data-classification': 'contact.email' }
  const fields = {
    sku: text,
    email: masksEmail ? contact : text,
    note: classified('confidential', 'full'),
    card: classified('restricted', 'partial'),
    token: classified('restricted', 'tokenize'),
    hashed: classified('restricted', 'hash'),
    sealed: classified('restricted', 'encrypt'),
    removed: classified('restricted', 'remove'),
    tags: { type: 'array', items: classified('confidential', 'full') },
    labels: { type: 'object', additionalProperties: classified('confidential', 'full') },
    deep: { type: 'object', properties: { inner: classified('restricted', 'full') } },
  }
  const parameters = [
    { name: 'orderId', in: 'path', required: true, schema: text },
    { name: 'note', in: 'query', schema: classified('confidential', 'full', { maxLength: 100 }) },
    { name: 'limit', in: 'query', schema: { type: 'integer' } },
    { name: 'X-Note', in: 'header', schema: text },
    { name: 'taste', in: 'cookie', schema: text },
  ]
  const get = (operationId: string, answer: object): object => ({
    get: { operationId, tags: ['orders'], parameters, responses: { '200': answer, '404': problem } },
  })
  return {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: [{ url: 'https://example.com' }],
    'x-tenant-scope': 'tenant',
    'x-resilience': { rateLimit: { requests: 5000, per: '1h' } },
    'x-data-policy': { default: { max: 'internal' }, clearances: { all: { max: 'restricted' } } },
    security: [{ session: [] }],
    paths: {
      '/orders/{orderId}': {
        ...get('getOrder', ok(ref('Order'))),
        post: {
          operationId: 'createOrder',
          tags: ['orders'],
          'x-idempotency': { mode: 'required' },
          parameters,
          requestBody: { required: true, content: json(ref('NewOrder')) },
          responses: { '201': ok(ref('Order')), '409': problem },
        },
      },
      '/rows/{orderId}': get('exportOrders', {
        description: 'Rows.',
        content: { 'application/jsonl': { schema: ref('Order') } },
      }),
    },
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        NewOrder: { type: 'object', required: ['sku'], additionalProperties: false, properties: fields },
        Order: {
          type: 'object',
          required: ['id', 'tenantId'],
          properties: { id: text, tenantId: { ...text, 'x-tenant-key': true }, ...fields },
        },
        Problem: {
          type: 'object',
          properties: {
            title: text,
            detail: { ...text, 'x-data-classification': 'confidential' },
            status: { type: 'integer' },
          },
        },
      },
    },
  }
}
