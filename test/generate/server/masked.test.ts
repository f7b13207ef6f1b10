import { describe, expect, it } from 'vitest'
import { testServer } from '../../../src/runtime/src/testing/index.js'
import { createMaskedClient, type MaskedClient } from '../../samples/masked/_expected/client.js'
import { createMaskedServer, type MaskedHandlers } from '../../samples/masked/_expected/server.js'
import type { Account } from '../../samples/masked/_expected/types/account.js'

/**
 * What comes over the wire for a caller who is not cleared, written down as values of the generated types: this file
 * compiles only when the types say that all of it may come, and passes only when it does come.
 */
const account: Account = {
  plain: 1,
  text: 'ann@example.com',
  number: 2.5,
  nullable: 3,
  flag: true,
  state: 'open',
  single: 'gold',
  rank: 2,
  list: [1, 2],
  map: { a: 1 },
  tuple: [1, 'b'],
  money: { amount: 4, currency: 'EUR' },
  free: { amount: 5, currency: 'EUR' },
  removed: 'gone',
  removedItems: ['gone'],
  hashed: 6,
  whole: { a: 7 },
  parts: { street: 'Elm Street', floor: 8, other: 9 },
  kinds: [
    { kind: 'card', number: '4111111111111111', cents: 10 },
    { kind: 'transfer', iban: 'DE02120300000000202051' },
  ],
  loose: 11,
  tagged: { side: 'left', a: 12 },
}

const handlers: MaskedHandlers = {
  getAccount: ({ respond }) => respond.ok(account),
  putAccount: ({ body, respond }) => respond.ok(body),
  getBalance: ({ respond }) => respond.ok(13),
  getHistory: ({ respond }) => respond.ok([14, 15]),
}

const app = testServer<MaskedClient>(
  createMaskedServer({ handlers, authenticate: { authenticate: () => ({ outcome: 'refused', reason: 'unused' }) } }),
  { client: createMaskedClient },
)
const path = { id: 'a1' }
const cleared = app.as({ tenant: 'acme', clearance: 'auditor' })
const others = app.as({ tenant: 'acme' })

describe('types of values that may be masked', () => {
  it('say what callers get who are not cleared', async () => {
    const { body } = await others.getAccount({ path })
    const { hashed, whole, ...rest } = body
    const expected: Omit<Account, 'hashed' | 'whole' | 'state' | 'single' | 'tagged'> = {
      plain: 1,
      text: '****',
      number: null,
      nullable: null,
      flag: null,
      rank: null,
      list: [null, null],
      map: { a: null },
      tuple: [null, 'b'],
      money: { amount: null, currency: '****' },
      free: { amount: 5, currency: 'EUR' },
      removedItems: [null],
      parts: { street: '****', floor: null },
      kinds: [
        { kind: 'card', number: '****', cents: null },
        { kind: 'transfer', iban: '****' },
      ],
      loose: null,
    }
    // Texts that are no values of their enums are of the type for unknown values, which nobody can write.
    expect(rest).toEqual({ ...expected, state: '****', single: '****', tagged: { side: '****', a: 12 } })
    expect(typeof hashed === 'string' || hashed === null).toBe(true)
    expect(typeof whole === 'string' || whole === null).toBe(true)
  })

  it('say what bodies become as a whole, and by the class of their place', async () => {
    const balance: number | null = (await others.getBalance({ path })).body
    expect(balance).toBe(null)
    const history: readonly (number | null)[] = (await others.getHistory({ path })).body
    expect(history).toEqual([null, null])
  })

  it('let nobody compute with what may be null, or read what may be missing', async () => {
    const { body } = await others.getAccount({ path })
    // @ts-expect-error It may be null.
    expect(() => body.number.toFixed(2)).toThrow(TypeError)
    // @ts-expect-error It may be absent.
    expect(() => body.removed.length).toThrow(TypeError)
    // @ts-expect-error It may be a mask.
    const single: 'gold' = body.single
    expect(single).toBe('****')
  })

  it('tell alternatives apart by their discriminator, which no default hides', async () => {
    const [card] = (await others.getAccount({ path })).body.kinds
    expect(card?.kind === 'card' && card.cents).toBe(null)
  })

  it('hold for those who are cleared, too', async () => {
    expect((await cleared.getAccount({ path })).body).toEqual(account)
    expect((await cleared.getBalance({ path })).body).toBe(13)
  })
})

describe('requests', () => {
  it('hold no masks: their types have no null', async () => {
    const { state: _state, ...rest } = account
    // @ts-expect-error A masked value is none to send.
    const refused = others.putAccount({ path, body: { ...rest, state: 'open', number: null } })
    await expect(refused).rejects.toMatchObject({ status: 422 })
  })
})

describe('replies', () => {
  it('that hold null where only a mask may put it are refused', async () => {
    const broken = testServer<MaskedClient>(
      createMaskedServer({
        handlers: { ...handlers, getAccount: ({ respond }) => respond.ok({ ...account, number: null }) },
        authenticate: { authenticate: () => ({ outcome: 'refused', reason: 'unused' }) },
      }),
      { client: createMaskedClient },
    )
    await expect(broken.as({ tenant: 'acme' }).getAccount({ path })).rejects.toThrow()
    expect(broken.errors).toHaveLength(1)
  })
})
