import { describe, expect, it } from 'vitest'
import type { Codec, MaskRule } from '../../../src/runtime/src/codec/index.js'
import { UnwritableError } from '../../../src/runtime/src/error/index.js'
import { createMask } from '../../../src/runtime/src/gen1/server/index.js'
import { acme, createApp, orderOf } from '../support/app.js'
import { classified, object, string, tenantKey } from '../support/codecs.js'

const rule = (more: Partial<MaskRule>): MaskRule => ({
  sensitivity: 'confidential',
  strategy: 'full',
  field: 'Person.email',
  ...more,
})
const person = object({
  id: string(),
  'tenantId?': tenantKey('Person.tenantId'),
  'email?': classified(rule({})),
  'account?': classified(rule({ strategy: 'hash', field: 'Person.account' })),
  'nick?': classified(rule({ sensitivity: 'internal', field: 'Person.nick' })),
})
/** Refuses what lacks an id, as generated writers do. */
const writePerson: Codec['write'] = (value, view) => {
  if (typeof value !== 'object' || value === null || !('id' in value)) throw new UnwritableError('an object')
  return person.write(value, view)
}
const mask = createMask<unknown>(writePerson)
const jane = { id: 'p1', email: 'jane@example.com', account: '4711', nick: 'jj', extra: 'undeclared' }
const sinks = ['log', 'trace', 'metric', 'audit', 'error'] as const

describe('T66 T74 a value on its way to a sink', () => {
  it.each(sinks)('%s: nothing above internal, nothing undeclared, plain data', (sink) => {
    expect(mask[sink](jane)).toEqual({ id: 'p1', email: '****', account: '****', nick: 'jj' })
  })

  it('event: the same as JSON', () => {
    expect(mask.event(jane)).toBe('{"id":"p1","email":"****","account":"****","nick":"jj"}')
  })

  it('T77 what is no such value, or breaks while it is read, is masked whole; an event is refused', () => {
    const hostile = {
      id: 'p1',
      get email(): string {
        throw new Error('jane@example.com')
      },
    }
    for (const value of [undefined, 7, 'jane@example.com', hostile]) {
      for (const sink of sinks) expect(mask[sink](value)).toBe('[masked]')
    }
    expect(() => mask.event(hostile)).toThrow('TK7401')
    expect(() => mask.event(hostile)).not.toThrow('jane')
    expect(createMask().log(jane)).toBe('[masked]')
  })

  it('T64 toJSON is not called', () => {
    const masked = mask.log({ ...jane, toJSON: () => 'jane@example.com' })
    expect(masked).toEqual({ id: 'p1', email: '****', account: '****', nick: 'jj' })
  })

  it('in a call, pseudonyms are those of its tenant, and an event holds no row of another', async () => {
    const seen: unknown[] = []
    const app = createApp({
      getOrder({ tenant }) {
        seen.push((mask.log(jane) as typeof jane).account)
        for (const tenantId of [tenant.id, 'beta']) {
          try {
            seen.push(JSON.parse(mask.event({ id: 'p', tenantId })) as unknown)
          } catch (error) {
            seen.push((error as { code: string }).code)
          }
        }
        return { status: 200, body: orderOf(tenant.id) }
      },
    })
    await app.call('/orders/o1', { as: acme })
    expect(seen).toEqual([expect.stringMatching(/^psn_ephemeral\.[\w-]{32}$/), { id: 'p', tenantId: 'acme' }, 'TK7003'])
  })

  it('a request, which lacks what only goes out, is written as it comes in', () => {
    const input = object({ 'email?': classified(rule({})) })
    const either = createMask<unknown>(writePerson, input.write)
    expect(either.log({ email: 'jane@example.com' })).toEqual({ email: '****' })
    expect(either.log(jane)).toMatchObject({ id: 'p1', email: '****' })
  })
})
