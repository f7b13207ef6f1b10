import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds a mark that is gone from what the API sends',
    before: { properties: 'tenant: { type: string, x-tenant-key: true }' },
    after: { properties: 'tenant: { type: string }' },
    finds: [
      'breaking security response-tenant-key-removed 21:57 → 21:27: `tenant` no longer names the tenant: nothing compares it with the caller’s any more',
    ],
  },
  {
    title: 'warns where the value is gone as well',
    before: { parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }' },
    after: {},
    finds: [
      'warning security request-tenant-key-removed 12:11 → -: header parameter `X-Tenant` no longer names the tenant: it is gone',
    ],
  },
  {
    title: 'looks at messages',
    before: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
        x-tenant-key: true
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    after: `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  orders:
    address: 'orders.{tenant}'
    parameters: { tenant: {} }
    messages:
      placed:
        payload: { type: object, properties: { tenant: { type: string } } }
operations:
  publish:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
    finds: [
      'breaking security published-tenant-key-removed 10:23 → 9:9: message `placed` no longer names the tenant: nothing compares it with the caller’s any more',
    ],
  },
  {
    title: 'is silent when the mark has only moved',
    before: { parameter: 'x-tenant-key: true' },
    after: { parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }' },
    finds: [],
  },
]
