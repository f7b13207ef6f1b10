import { describe, expect, it, vi } from 'vitest'
import type { Codec, MaskRule } from '../../../src/runtime/src/codec/index.js'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import { acme, createApp, orderOf, type TestHandler } from '../support/app.js'
import { object, string } from '../support/codecs.js'
import { contract as orders } from '../support/contract.js'

const rule: MaskRule = {
  sensitivity: 'confidential',
  category: 'payment-card',
  strategy: 'partial',
  field: 'Order.card',
}
const shape = object({ sku: string(), 'card?': string() })
const codec: Codec = {
  ...shape,
  // As generated writers of requests do it: what the mask of a field could have made is shown to it.
  echo(value, view) {
    const { card } = value as { readonly card?: string }
    return card === undefined ? '{}' : (view.mask(card, rule) ?? '{}')
  },
}
const contract: ServerContract = {
  ...orders,
  operations: orders.operations.map((operation) =>
    operation.id === 'createOrder'
      ? { ...operation, body: { required: true, content: [{ mediaType: 'application/json', kind: 'json', codec }] } }
      : operation,
  ),
}

describe('T78 a mask that is written back', () => {
  it('is refused with 422 by its field, never by its text, and leaves no reservation', async () => {
    const created: TestHandler = ({ tenant, respond }) => respond.created(orderOf(tenant.id), { location: '/o' })
    const createOrder = vi.fn<TestHandler>(created)
    const app = createApp({ createOrder }, { contract })
    const send = (card: string) =>
      app.call('/orders', {
        method: 'POST',
        as: acme,
        body: { sku: 'A-1', card },
        headers: [['Idempotency-Key', 'key-0123456789abcdef']],
      })
    const refused = await send('****1111')
    expect([refused.status, refused.json]).toMatchObject([
      422,
      {
        code: 'TK7215',
        errors: [{ path: '/body', keyword: 'masked', expected: 'the value of Order.card, not its mask' }],
      },
    ])
    expect(refused.text).not.toContain('1111')
    expect(createOrder).not.toHaveBeenCalled()
    expect((await send('4111111111111111')).status).toBe(201)
  })
})
