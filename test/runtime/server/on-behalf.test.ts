import { describe, expect, it } from 'vitest'
import type { Actor, Authenticator } from '../../../src/runtime/src/index.js'
import { createApp, orderOf, type TestHandler } from '../support/app.js'

const getOrder: TestHandler = ({ tenant, path, respond }) => respond.ok(orderOf(tenant.id, path.orderId))
const calledBy = (clearance: string | undefined, actors: readonly Actor[]): Authenticator => ({
  authenticate: () => ({
    outcome: 'authenticated',
    principal: { id: 'ann', issuer: 'web', scopes: [], clearance, claims: { tenant_id: 'acme' }, actors },
  }),
})
const seenBy = async (clearance: string | undefined, ...actors: readonly (string | undefined)[]) => {
  const chain = actors.map((each, index) => ({ id: `service-${index}`, clearance: each }))
  const it = createApp({ getOrder }, { authenticate: calledBy(clearance, chain) })
  const { json } = await it.call('/orders/o1', { headers: [['Authorization', 'Bearer x']] })
  return (json as { readonly email: string }).email
}

describe('T31: on behalf of another', () => {
  it('the subject sees what its clearance shows', async () => {
    expect(await seenBy('support')).toBe('o1@acme.example')
    expect(await seenBy(undefined)).toBe('****')
  })
  it('through a service sees no more than the service may', async () => {
    expect(await seenBy('support', 'support')).toBe('o1@acme.example')
    expect(await seenBy('support', 'nothing-of-the-kind')).toBe('****')
    expect(await seenBy('support', 'support', 'nothing-of-the-kind')).toBe('****')
  })
  it('a service lends no clearance', async () => {
    expect(await seenBy(undefined, 'support')).toBe('****')
  })
  it('a service without a clearance of its own limits nobody', async () => {
    expect(await seenBy('support', undefined)).toBe('o1@acme.example')
  })
  it('the audit names the services', async () => {
    const authenticate = calledBy(undefined, [{ id: 'orders' }, { id: 'web' }])
    const it = createApp({ getOrder }, { authenticate, tenants: { stateOf: () => 'suspended' } })
    await it.call('/orders/o1', { headers: [['Authorization', 'Bearer x']] })
    expect(it.audit.events).toMatchObject([{ principal: 'ann', actors: ['orders', 'web'] }])
  })
})
