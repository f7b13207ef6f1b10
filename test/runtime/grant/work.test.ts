import { describe, expect, it, vi } from 'vitest'
import { currentContext, type Grant, grantList, type Principal, runWithGrant } from '../../../src/runtime/src/index.js'
import { capturingAudit, manualClock } from '../../../src/runtime/src/testing/index.js'

const clock = manualClock()
const grant = (change: Partial<Grant> = {}): Grant => ({
  id: 'g1',
  from: 'acme',
  to: 'beta',
  operations: ['handOver'],
  pathway: 'supply',
  expiresAt: clock.now() + 1000,
  ...change,
})

describe('T34: work outside of a call', () => {
  const principal: Principal = { id: 'job', issuer: undefined, scopes: [], clearance: undefined, claims: {} }
  const work = { operation: 'handOver', pathway: 'supply', from: 'acme', to: 'beta', principal }

  it('runs for the other tenant as long as the grant holds', async () => {
    const audit = capturingAudit()
    const run = runWithGrant(work, { grants: grantList([grant()]), audit, clock }, (context) => [
      context.tenant,
      currentContext() === context,
    ])
    expect(await run).toEqual([{ id: 'beta' }, true])
    expect(audit.events).toMatchObject([{ event: 'tenant-crossed', tenant: 'acme', details: { to: 'beta' } }])
  })

  it.each(['acme', 'beta'])('T21 is not run when %s is suspended', async (suspended) => {
    const audit = capturingAudit()
    const tenants = { stateOf: (id: string) => (id === suspended ? ('suspended' as const) : ('active' as const)) }
    const run = runWithGrant(work, { grants: grantList([grant()]), tenants, audit, clock }, () => 'done')
    await expect(run).rejects.toThrow('TK7004')
    expect(audit.events).toMatchObject([{ event: 'access-refused', reason: 'tenant-suspended' }])
  })

  it.each<[string, object]>([
    ['grants', { grants: { find: () => new Promise(() => undefined) } }],
    ['states of tenants', { tenants: { stateOf: () => new Promise(() => undefined) } }],
  ])('is not run when %s are not told in time', async (_, options) => {
    const waiting = manualClock()
    const job = vi.fn()
    const run = runWithGrant(work, { grants: grantList([grant()]), ...options, within: 100, clock: waiting }, job)
    waiting.advance(100)
    await expect(run).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(job).not.toHaveBeenCalled()
  })

  it('is not run when the grant has ended since it was queued', async () => {
    const later = manualClock()
    const grants = grantList([grant({ expiresAt: later.now() + 1000 })])
    const audit = capturingAudit()
    const queued = () => runWithGrant(work, { grants, audit, clock: later }, () => 'done')
    expect(await queued()).toBe('done')
    later.advance(1000)
    await expect(queued()).rejects.toThrow('TK7004')
    expect(audit.events.at(-1)).toMatchObject({ event: 'access-refused', reason: 'grant-missing' })
  })
})
