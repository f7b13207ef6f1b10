import type {
  ServerContract,
  ServerIdempotency,
  ServerMedia,
  ServerOperation,
  ServerResponse,
} from '../../../src/runtime/src/gen1/server/index.js'
import { array, classified, integer, object, string, tenantKey } from './codecs.js'

const order = object({
  id: string(),
  tenantId: tenantKey('Order.tenantId'),
  'email?': classified({
    sensitivity: 'confidential',
    category: 'contact.email',
    strategy: 'full',
    field: 'Order.email',
  }),
  'note?': string(),
})
const newOrder = object({
  sku: string({ maxLength: 10 }),
  'quantity?': integer({ maximum: 100 }),
  'email?': string(),
})
const problem = object({ 'title?': string(), 'status?': integer(), 'detail?': string() })

const json = (codec: ServerMedia['codec']): readonly ServerMedia[] => [
  { mediaType: 'application/json', kind: 'json', ...(codec && { codec }) },
]
const problemContent: readonly ServerMedia[] = [{ mediaType: 'application/problem+json', kind: 'json', codec: problem }]
const ok = (content: readonly ServerMedia[]): ServerResponse => ({ status: '200', responder: 'ok', content })
const notFound: ServerResponse = { status: '404', responder: 'notFound', content: problemContent }

const idempotency: ServerIdempotency = {
  mode: 'required',
  key: { in: 'header', name: 'Idempotency-Key' },
  ttl: 86_400_000,
  lease: 60_000,
  onLeaseExpired: 'takeover',
  scope: 'tenant',
}

const session = [{ session: [] }] as const
const orderId = { name: 'orderId', in: 'path', required: true, codec: string() } as const
const tenantInPath = { name: 'tenantId', in: 'path', required: true, tenantKey: true, codec: string() } as const

const operations = {
  listOrders: {
    id: 'listOrders',
    method: 'GET',
    path: '/orders',
    scope: 'tenant',
    security: session,
    parameters: [
      { name: 'state', in: 'query', codec: string({ values: ['open', 'shipped'] }) },
      { name: 'limit', in: 'query', shape: { kind: 'scalar', types: ['integer'] }, codec: integer({ maximum: 100 }) },
    ],
    responses: [ok(json(object({ items: array(order) })))],
  },
  findOrders: {
    id: 'findOrders',
    method: 'GET',
    path: '/found-orders',
    scope: 'tenant',
    security: session,
    parameters: [{ name: 'ids', in: 'query', shape: { kind: 'array', items: ['string'] }, codec: array(string()) }],
    responses: [ok(json(object({ items: array(order) })))],
  },
  createOrder: {
    id: 'createOrder',
    method: 'POST',
    path: '/orders',
    scope: 'tenant',
    security: session,
    idempotency,
    body: { required: true, content: json(newOrder) },
    responses: [
      {
        status: '201',
        responder: 'created',
        content: json(order),
        headers: [{ name: 'location', required: true, codec: string() }],
      },
      { status: '402', responder: 'paymentRequired', content: problemContent },
      { status: '409', responder: 'conflict', content: problemContent },
      { status: '429', responder: 'tooManyRequests', content: problemContent },
      { status: '503', responder: 'unavailable', content: problemContent },
    ],
  },
  placeOrder: {
    id: 'placeOrder',
    method: 'POST',
    path: '/placements',
    scope: 'tenant',
    security: session,
    idempotency: { ...idempotency, scope: 'principal', mode: 'optional', onLeaseExpired: 'block' },
    body: { required: true, content: json(newOrder) },
    responses: [{ status: '201', responder: 'created', content: json(order) }],
  },
  payOrder: {
    id: 'payOrder',
    method: 'POST',
    path: '/orders/{orderId}/payment',
    scope: 'tenant',
    security: session,
    idempotency: { ...idempotency, key: { in: 'body', pointer: '/reference' } },
    parameters: [orderId],
    body: { required: true, content: json(object({ 'reference?': string() })) },
    responses: [{ status: '204', responder: 'noContent', content: [] }],
  },
  getOrder: {
    id: 'getOrder',
    method: 'GET',
    path: '/orders/{orderId}',
    scope: 'tenant',
    security: session,
    parameters: [orderId],
    responses: [ok(json(order)), notFound],
  },
  importOrders: {
    id: 'importOrders',
    method: 'POST',
    path: '/imports',
    scope: 'tenant',
    security: session,
    body: { required: true, content: json(array(order)) },
    responses: [{ status: '204', responder: 'noContent', content: [] }],
  },
  tenantOrders: {
    id: 'tenantOrders',
    method: 'GET',
    path: '/tenants/{tenantId}/orders',
    scope: 'tenant',
    security: session,
    parameters: [tenantInPath],
    responses: [ok(json(object({ items: array(order) }))), notFound],
  },
  tenantLimits: {
    id: 'tenantLimits',
    method: 'GET',
    path: '/tenants/{tenantId}/limits',
    scope: 'tenant',
    security: session,
    parameters: [tenantInPath],
    responses: [ok(json(object({})))],
  },
  report: {
    id: 'report',
    method: 'GET',
    path: '/report',
    scope: 'tenant',
    security: session,
    parameters: [{ name: 'tenant', in: 'query', tenantKey: true, codec: string() }],
    responses: [ok(json(object({})))],
  },
  suspendTenant: {
    id: 'suspendTenant',
    method: 'PUT',
    path: '/tenants/{tenantId}/suspension',
    scope: 'platform',
    security: [{ operator: ['tenants.suspend'] }],
    parameters: [tenantInPath],
    body: { required: true, content: json(object({ suspended: string() })) },
    responses: [{ status: '204', responder: 'noContent', content: [] }],
  },
  findTenant: {
    id: 'findTenant',
    method: 'GET',
    path: '/tenant',
    scope: 'platform',
    security: [{ operator: [] }],
    parameters: [{ name: 'tenant', in: 'query', tenantKey: true, codec: string() }],
    responses: [ok(json(object({ 'tenant?': string() })))],
  },
  listTenants: {
    id: 'listTenants',
    method: 'GET',
    path: '/tenants',
    scope: 'platform',
    security: [{ operator: [] }],
    responses: [ok(json(array(object({ tenantId: tenantKey('TenantInfo.tenantId') }))))],
  },
  handOver: {
    id: 'handOver',
    method: 'POST',
    path: '/handovers',
    scope: 'cross-tenant',
    pathways: [{ id: 'supply', purpose: 'fulfilment' }],
    security: session,
    body: { required: true, content: json(object({ supplier: tenantKey('Handover.supplier') })) },
    responses: [ok(json(object({ supplier: tenantKey('Receipt.supplier') })))],
  },
  listProducts: {
    id: 'listProducts',
    method: 'GET',
    path: '/products',
    scope: 'shared',
    security: session,
    responses: [ok(json(array(string())))],
  },
  watchOrders: {
    id: 'watchOrders',
    method: 'GET',
    path: '/order-events',
    scope: 'tenant',
    security: session,
    responses: [ok([{ mediaType: 'text/event-stream', kind: 'events', codec: order }])],
  },
  exportOrders: {
    id: 'exportOrders',
    method: 'GET',
    path: '/export',
    scope: 'tenant',
    security: session,
    responses: [ok([{ mediaType: 'application/x-ndjson', kind: 'lines', codec: order }])],
  },
  uploadLines: {
    id: 'uploadLines',
    method: 'POST',
    path: '/lines',
    scope: 'tenant',
    security: session,
    body: { required: true, content: [{ mediaType: 'application/x-ndjson', kind: 'lines', codec: order }] },
    responses: [ok(json(object({ count: integer() })))],
  },
  uploadFile: {
    id: 'uploadFile',
    method: 'PUT',
    path: '/files/{name}',
    scope: 'tenant',
    security: session,
    parameters: [{ name: 'name', in: 'path', required: true, codec: string() }],
    body: { required: true, content: [{ mediaType: '*/*', kind: 'binary' }] },
    responses: [ok([{ mediaType: 'application/octet-stream', kind: 'binary' }])],
  },
  putNote: {
    id: 'putNote',
    method: 'PUT',
    path: '/note',
    scope: 'tenant',
    security: [{ key: [] }, { session: [] }],
    body: {
      required: true,
      content: [
        { mediaType: 'text/plain', kind: 'text', codec: string({ maxLength: 20 }) },
        {
          mediaType: 'application/x-www-form-urlencoded',
          kind: 'form',
          codec: object({ text: string() }),
          shape: { kind: 'object', properties: { text: { kind: 'scalar', types: ['string'] } } },
        },
        {
          mediaType: 'multipart/form-data',
          kind: 'multipart',
          codec: { check: () => true, write: () => '{}' },
          shape: {
            kind: 'object',
            properties: { text: { kind: 'scalar', types: ['string'] }, file: { kind: 'binary' } },
          },
        },
      ],
    },
    responses: [
      ok([
        { mediaType: 'text/plain', kind: 'text' },
        { mediaType: 'application/json', kind: 'json', codec: object({ text: string() }) },
      ]),
    ],
  },
  getStatus: {
    id: 'getStatus',
    method: 'GET',
    path: '/status',
    scope: 'public',
    security: [],
    responses: [ok(json(object({ state: string() })))],
  },
} as const satisfies Readonly<Record<string, ServerOperation>>

export const contract: ServerContract = {
  name: 'Orders',
  version: '2.1.0',
  operations: Object.values(operations),
  securitySchemes: {
    session: { type: 'http', scheme: 'bearer', tenantClaim: 'tenant_id' },
    operator: { type: 'oauth2' },
    key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  },
  dataPolicy: {
    default: { max: 'internal', reveal: [] },
    clearances: { support: { max: 'internal', reveal: ['contact'] } },
    claim: 'clearance',
  },
}
