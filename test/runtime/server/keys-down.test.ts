import { describe, expect, it, vi } from 'vitest'
import type { Codec, MaskRule } from '../../../src/runtime/src/codec/index.js'
import { createMask, type ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import type { KeyProvider } from '../../../src/runtime/src/index.js'
import { acme, createApp, orderOf } from '../support/app.js'
import { classified, object, string } from '../support/codecs.js'
import { contract } from '../support/contract.js'

const rule: MaskRule = { sensitivity: 'confidential', strategy: 'hash', field: 'Order.account' }
const account = object({ id: string(), account: classified(rule) })
const keyedOrder: Codec = { ...account, keyed: true }

/** The contract, in which the answers of one operation are pseudonyms. */
const keyed: ServerContract = {
  ...contract,
  keyedMasks: true,
  operations: contract.operations.map((operation) =>
    operation.id === 'getOrder'
      ? {
          ...operation,
          responses: [
            {
              status: '200',
              responder: 'ok',
              content: [{ mediaType: 'application/json', kind: 'json', codec: keyedOrder }],
            },
          ],
        }
      : operation,
  ),
}

const down: KeyProvider = { keysOf: () => Promise.reject(new Error('the key service is down')) }
const mask = createMask<unknown>(account.write)

describe('keys are asked for where something needs them', () => {
  it('nothing of the contract does: an outage of the key service stops no read, and nobody asks it', async () => {
    const keysOf = vi.fn(down.keysOf)
    const getOrder = vi.fn(() => ({ status: 200, body: orderOf('acme') }))
    const app = createApp({ getOrder }, { keys: { keysOf } })
    expect((await app.call('/orders/o1', { as: acme })).status).toBe(200)
    expect([getOrder.mock.calls.length, keysOf.mock.calls.length]).toEqual([1, 0])
    expect(app.audit.events).toEqual([])
  })

  it('an answer does: 503 before the handler runs', async () => {
    const getOrder = vi.fn()
    const app = createApp({ getOrder }, { keys: down, contract: keyed })
    const answer = await app.call('/orders/o1', { as: acme })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
    expect(getOrder).not.toHaveBeenCalled()
    expect(app.audit.events).toMatchObject([{ event: 'dependency-failed', reason: 'keys-not-available' }])
  })

  it('another operation does: a read is served, and what its handler logs is hidden whole', async () => {
    const seen: unknown[] = []
    const listOrders = (): unknown => {
      seen.push(mask.log({ id: 'o1', account: '4711' }))
      return { status: 200, body: { items: [] } }
    }
    const app = createApp({ listOrders }, { keys: down, contract: keyed })
    expect((await app.call('/orders', { as: acme })).status).toBe(200)
    expect(seen).toEqual([{ id: 'o1', account: '****' }])
    expect(app.audit.events).toMatchObject([{ event: 'dependency-failed', reason: 'keys-not-available' }])
  })

  it('a key service that never answers holds such a read for its time only', async () => {
    const listOrders = vi.fn(() => ({ status: 200, body: { items: [] } }))
    let ask = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      ask = resolve
    })
    const keysOf = (): Promise<never> => {
      ask()
      return new Promise(() => undefined)
    }
    const app = createApp({ listOrders }, { keys: { keysOf }, contract: keyed, limits: { storeTime: 100 } })
    const call = app.call('/orders', { as: acme })
    await asked
    await new Promise(setImmediate)
    expect(listOrders).not.toHaveBeenCalled()
    app.clock.advance(100)
    expect((await call).status).toBe(200)
  })

  it('keys that are there make pseudonyms in logs of whatever operation', async () => {
    const seen: unknown[] = []
    const listOrders = (): unknown => {
      seen.push(mask.log({ id: 'o1', account: '4711' }))
      return { status: 200, body: { items: [] } }
    }
    for (const each of [contract, keyed])
      await createApp({ listOrders }, { contract: each }).call('/orders', { as: acme })
    const pseudonym = { id: 'o1', account: expect.stringMatching(/^psn_ephemeral\./) as string }
    expect(seen).toEqual([pseudonym, pseudonym])
  })

  it('rules of another contract, with keys that are still to come, hide whole until they have come', async () => {
    const provider: KeyProvider = { keysOf: async () => ({ current: key, find: () => key }) }
    const key = { id: 'k1', secret: new Uint8Array(32) }
    const seen: unknown[] = []
    const listOrders = async (): Promise<unknown> => {
      seen.push(mask.log({ id: 'o1', account: '4711' }))
      await new Promise(setImmediate)
      seen.push(mask.log({ id: 'o1', account: '4711' }))
      return { status: 200, body: { items: [] } }
    }
    await createApp({ listOrders }, { keys: provider }).call('/orders', { as: acme })
    expect(seen).toEqual([
      { id: 'o1', account: '****' },
      { id: 'o1', account: expect.stringMatching(/^psn_k1\./) as string },
    ])
  })
})
