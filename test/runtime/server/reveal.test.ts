import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { MaskRule } from '../../../src/runtime/src/codec/index.js'
import type { ServerContract } from '../../../src/runtime/src/gen1/server/index.js'
import {
  type AuditEvent,
  ephemeralKeys,
  memoryVault,
  reveal,
  sensitive,
  type TokenVault,
} from '../../../src/runtime/src/index.js'
import { acme, believing, beta, createApp, type TestHandler, textOf, tokenOf } from '../support/app.js'
import { array, classified, object, string } from '../support/codecs.js'

const rule = (field: string, strategy: MaskRule['strategy'], more: Partial<MaskRule> = {}): MaskRule => ({
  sensitivity: 'confidential',
  category: 'contact',
  strategy,
  field,
  ...more,
})
const person = object({
  'email?': classified(rule('Person.email', 'encrypt')),
  'account?': classified(rule('Person.account', 'tokenize')),
  'phone?': classified(rule('Person.phone', 'partial', { category: 'contact.phone' })),
})
const json = (codec: typeof person) => [{ mediaType: 'application/json', kind: 'json', codec }] as const

const contract: ServerContract = {
  name: 'People',
  version: '1.0.0',
  securitySchemes: { session: { type: 'http', scheme: 'bearer', tenantClaim: 'tenant_id' } },
  dataPolicy: {
    default: { max: 'internal', reveal: [] },
    clearances: { support: { max: 'internal', reveal: ['contact'], purpose: 'answering customers' } },
    claim: 'clearance',
  },
  operations: [
    {
      id: 'getPerson',
      method: 'GET',
      path: '/person',
      scope: 'tenant',
      security: [{ session: [] }],
      purposes: ['support', 'fraud detection'],
      responses: [{ status: '200', responder: 'ok', content: json(person) }],
    },
    {
      id: 'watchPeople',
      method: 'GET',
      path: '/people',
      scope: 'tenant',
      security: [{ session: [] }],
      responses: [
        {
          status: '200',
          responder: 'ok',
          content: [{ mediaType: 'application/x-ndjson', kind: 'lines', codec: person }],
        },
      ],
    },
    {
      id: 'open',
      method: 'POST',
      path: '/open',
      scope: 'tenant',
      security: [{ session: [] }],
      body: { required: true, content: json(object({ text: string(), 'field?': string() })) },
      responses: [{ status: '200', responder: 'ok', content: json(array(string())) }],
    },
  ],
}

const jane = { email: 'jane@example.com', account: 'account-4711', phone: '+44 20 7946 0958' }
const cleared = {
  authenticate(presented: Parameters<typeof believing.authenticate>[0]) {
    const answer = believing.authenticate(presented)
    if (answer instanceof Promise || answer.outcome !== 'authenticated') return answer
    const { clearance } = answer.principal.claims as { clearance?: string }
    return { ...answer, principal: { ...answer.principal, clearance } }
  },
}

function appWith(
  handler: Partial<Record<'getPerson' | 'watchPeople' | 'open', TestHandler>>,
  options: Parameters<typeof createApp>[1] = {},
) {
  const never = () => ({ status: 200, body: [] })
  return createApp(
    { getPerson: never, watchPeople: never, open: never, ...handler },
    { contract, authenticate: cleared, ...options },
  )
}

const opening: TestHandler = async ({ body }) => {
  const { text, field } = body as unknown as { text: string; field?: string }
  try {
    return { status: 200, body: [await reveal(text, { purpose: 'support', field })] }
  } catch (error) {
    return { status: 200, body: [String((error as { reason?: string }).reason)] }
  }
}

describe('T76 a handler reveals a value by saying what for', () => {
  const revealing = (options: object) =>
    appWith({
      async getPerson() {
        const email = await reveal(sensitive(jane.email), options as { purpose: string })
        return { status: 200, body: { phone: email } }
      },
    })

  it('with a purpose that the contract declares it gets it, and it is written down', async () => {
    const app = revealing({ purpose: 'fraud detection', field: 'Person.email' })
    expect((await app.call('/person', { as: acme })).status).toBe(200)
    expect(app.audit.events).toEqual([
      expect.objectContaining({
        event: 'data-revealed',
        operation: 'getPerson',
        tenant: 'acme',
        principal: 'ann',
        reason: 'sensitive',
        details: { purpose: 'fraud detection', fields: ['Person.email'] },
      }),
    ])
    expect(inspect(app.audit.events)).not.toContain('jane')
  })

  it.each([
    ['no purpose', {}, 'purpose-missing'],
    ['an empty purpose', { purpose: ' ' }, 'purpose-missing'],
    ['no text', { purpose: 7 }, 'purpose-missing'],
    ['a line break', { purpose: 'support\nforged' }, 'purpose-missing'],
    ['a purpose that the contract does not declare', { purpose: 'marketing' }, 'purpose-undeclared'],
    ['a purpose in other letters', { purpose: 'Support' }, 'purpose-undeclared'],
  ])('with %s it stays hidden', async (_name, options, reason) => {
    const app = revealing(options)
    const answer = await app.call('/person', { as: acme })
    expect([answer.status, answer.text.includes('jane')]).toEqual([500, false])
    expect(app.audit.events.map((event) => [event.event, event.reason])).toEqual([
      ['reveal-refused', reason],
      ['handler-failed', 'reveal-refused'],
    ])
    expect(inspect(app.errors, { depth: 9 })).not.toContain('jane')
  })

  it('with nowhere to write it down, or where that fails, it stays hidden', async () => {
    const failing = { write: () => Promise.reject(new Error('disk full')) }
    for (const audit of [undefined, failing]) {
      const seen: unknown[] = []
      const app = appWith(
        {
          async getPerson() {
            seen.push(await reveal(sensitive('x'), { purpose: 'support' }).catch((error: unknown) => error))
            return { status: 200, body: {} }
          },
        },
        { audit },
      )
      await app.call('/person', { as: acme })
      expect(seen).toEqual([expect.objectContaining({ name: 'RevealRefusedError', code: 'TK7403' })])
    }
  })

  it('outside of a call only with an audit of its own', async () => {
    await expect(reveal(sensitive('x'), { purpose: 'export' })).rejects.toMatchObject({ code: 'TK7001' })
    const events: AuditEvent[] = []
    const audit = { write: (event: AuditEvent) => void events.push(event) }
    expect(await reveal(sensitive('x'), { purpose: 'export', audit })).toBe('x')
    expect(events).toEqual([expect.objectContaining({ event: 'data-revealed', details: { purpose: 'export' } })])
    await expect(reveal('tk1.a.b.c', { purpose: 'export', audit })).rejects.toMatchObject({ code: 'TK7001' })
  })
})

describe('T76 a clearance reveals, and that is written down, too', () => {
  it('once for an answer, by places of the contract', async () => {
    const app = appWith({ getPerson: () => ({ status: 200, body: jane }) })
    const answer = await app.call('/person', { as: { ...acme, clearance: 'support' } })
    expect(answer.json).toEqual(jane)
    expect(app.audit.events).toEqual([
      expect.objectContaining({
        event: 'data-revealed',
        reason: 'clearance',
        details: {
          fields: ['Person.email', 'Person.account', 'Person.phone'],
          clearance: 'support',
          purpose: 'answering customers',
        },
      }),
    ])
  })

  it('in a stream with the first item that has something to reveal', async () => {
    const app = appWith({ watchPeople: () => ({ status: 200, body: [{}, { phone: jane.phone }, jane] }) })
    const token = tokenOf({ ...acme, clearance: 'support' })
    const { body } = await app.raw({ target: '/people', rawHeaders: ['Authorization', `Bearer ${token}`] })
    expect((await textOf(body)).split('\n').length).toBe(4)
    expect(app.audit.events.map(({ details }) => details['fields'])).toEqual([
      ['Person.phone'],
      ['Person.email', 'Person.account'],
    ])
  })

  it('and where all is masked there is nothing to write down', async () => {
    const app = appWith({ getPerson: () => ({ status: 200, body: jane }) })
    await app.call('/person', { as: acme })
    expect(app.audit.events).toEqual([])
  })
})

describe('T80 what masks made can be had back, by its own tenant', () => {
  const keys = ephemeralKeys()
  const masked = async (tenant: typeof acme, vault?: TokenVault) => {
    const app = appWith({ getPerson: () => ({ status: 200, body: jane }) }, { keys, ...(vault && { vault }) })
    const answer = await app.call('/person', { as: tenant })
    expect(answer.text).not.toMatch(/jane|4711/)
    return { ...(answer.json as typeof jane), errors: app.errors, events: app.audit.events }
  }
  const opened = async (as: typeof acme, body: object, vault?: TokenVault) => {
    const app = appWith({ open: opening }, { keys, ...(vault && { vault }) })
    return (await app.call('/open', { method: 'POST', as, body })).json
  }

  it('a ciphertext with its field', async () => {
    const { email } = await masked(acme)
    expect(email).toMatch(/^tk1\./)
    expect(await opened(acme, { text: email, field: 'Person.email' })).toEqual([jane.email])
    expect(await opened(acme, { text: email, field: 'Person.account' })).toEqual(['value-not-openable'])
    expect(await opened(acme, { text: email })).toEqual(['value-not-openable'])
    expect(await opened(beta, { text: email, field: 'Person.email' })).toEqual(['value-not-openable'])
    expect(await opened(acme, { text: 'tk1.gone.AAAAAAAAAAAAAAAA.AAAA', field: 'Person.email' })).toEqual([
      'value-shredded',
    ])
  })

  it('a token by the vault, which sees neither values nor other tenants', async () => {
    const vault = memoryVault()
    const kept: string[] = []
    const watched: TokenVault = {
      keep(tenant, tokens) {
        kept.push(...tokens.keys(), ...tokens.values())
        return vault.keep(tenant, tokens)
      },
      find: vault.find,
      forget: vault.forget,
    }
    const { account } = await masked(acme, watched)
    expect(kept.join(' ')).not.toContain('4711')
    expect(await opened(acme, { text: account }, vault)).toEqual([jane.account])
    expect(await opened(beta, { text: account }, vault)).toEqual(['value-not-openable'])
    // Somebody who can write to the vault cannot pass off one tenant's value as another's.
    await vault.keep('beta', new Map([[account, kept[1] ?? '']]))
    expect(await opened(beta, { text: account }, vault)).toEqual(['value-not-openable'])
    expect(await opened(acme, { text: account })).toEqual(['value-not-openable'])
    await vault.forget('acme')
    expect(await opened(acme, { text: account }, vault)).toEqual(['value-not-openable'])
  })

  it('a vault that fails does not undo the answer, and is reported', async () => {
    const vault: TokenVault = { ...memoryVault(), keep: () => Promise.reject(new Error('no vault')) }
    const { account, events, errors } = await masked(acme, vault)
    expect(account).toMatch(/^tok_ephemeral\./)
    expect(events.map(({ event, reason }) => [event, reason])).toEqual([['dependency-failed', 'token-vault-failed']])
    expect(errors).toHaveLength(1)
  })

  it('the memory of a vault is bounded for each tenant', async () => {
    const vault = memoryVault({ tokensPerTenant: 2 })
    await vault.keep(
      'acme',
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    )
    await vault.keep(
      'acme',
      new Map([
        ['a', '3'],
        ['c', '4'],
      ]),
    )
    await vault.keep('beta', new Map([['a', '5']]))
    expect(['a', 'b', 'c'].map((token) => vault.find('acme', token))).toEqual(['3', undefined, '4'])
    expect(vault.find('beta', 'a')).toBe('5')
    expect(vault.find(undefined, 'a')).toBe(undefined)
  })
})
