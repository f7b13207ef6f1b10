import { describe, expect, it } from 'vitest'
import type { GovernancePlace } from '../../../src/contract/annotation/extensions.js'
import {
  inherit,
  readApiIdentity,
  readDataPolicy,
  readGovernance,
  readOwner,
  readPathways,
} from '../../../src/contract/annotation/index.js'
import type { JsonObject } from '../../../src/util/own.js'
import { here, recordProblems } from './support/record-problems.js'

function read(node: JsonObject, place: GovernancePlace = 'operation') {
  const problems = recordProblems()
  const governance = readGovernance(node, here, place, problems)
  return { governance, told: problems.told, help: problems.help }
}

const at = (pointer: string) => ({ ...here, pointer })

describe('readGovernance', () => {
  it('reads the short forms into the object forms', () => {
    const { governance, told } = read({
      'x-tenant-scope': 'tenant',
      'x-idempotency': 'required',
      'x-resilience': '2s',
      'x-data-residency': 'eu-central-1',
      'x-data-retention': 'P30D',
      'x-lifecycle': 'deprecated',
      'x-compensated-by': 'cancelOrder',
      'x-data-flow': 'fulfilment',
    })
    expect(told).toEqual([])
    expect(governance).toEqual({
      scope: { value: { scope: 'tenant' }, at: at('/x-tenant-scope') },
      idempotency: {
        value: { mode: 'required', key: { in: 'header', name: 'Idempotency-Key' }, scope: 'tenant' },
        at: at('/x-idempotency'),
      },
      resilience: { value: { timeout: 2_000, per: 'tenant' }, at: at('/x-resilience') },
      residency: { value: { regions: ['eu-central-1'], mode: 'strict' }, at: at('/x-data-residency') },
      retention: { value: { period: 'P30D' }, at: at('/x-data-retention') },
      lifecycle: { value: { state: 'deprecated' }, at: at('/x-lifecycle') },
      compensatedBy: { value: 'cancelOrder', at: at('/x-compensated-by') },
      dataFlow: { value: { purpose: 'fulfilment', reads: [], emits: [] }, at: at('/x-data-flow') },
    })
  })

  it('turns durations into milliseconds', () => {
    const { governance } = read({
      'x-idempotency': { mode: 'optional', ttl: 'P7D', lease: '500ms' },
      'x-resilience': {
        ...{ timeout: 'PT1M30.5S', rateLimit: { requests: 10, per: '10m' } },
        breaker: { failures: 0.5, window: '1h', openFor: 'PT30S' },
      },
    })
    expect(governance.idempotency?.value).toMatchObject({ ttl: 604_800_000, lease: 500 })
    expect(governance.resilience?.value).toEqual({
      timeout: 90_500,
      rateLimit: { requests: 10, per: 600_000 },
      breaker: { failures: 0.5, window: 3_600_000, openFor: 30_000 },
      per: 'tenant',
    })
  })

  it.each([
    ['x-retention', '30d', 'P30D'],
    ['x-retention', '30-days', 'P30D'],
    ['x-data-retention', '6 months', 'P6M'],
    ['x-data-retention', '1 year', 'P1Y'],
    ['x-data-retention', '2w', 'P2W'],
    ['x-retention-days', 90, 'P90D'],
    ['x-retention', 'P1Y', 'P1Y'],
  ])('reads %s: %j', (key, written, period) => {
    const { governance, told } = read({ [key]: written })
    expect([governance.retention?.value.period, told]).toEqual([period, []])
  })

  it.each([
    [{ 'x-sunset': '2027-03-31', deprecated: true }, { state: 'deprecated', sunset: '2027-03-31' }, '/x-sunset'],
    [{ 'x-sunset': '2027-03-31T12:00:00Z' }, { state: 'active', sunset: '2027-03-31' }, '/x-sunset'],
    [{ 'x-stability-level': 'draft' }, { state: 'draft' }, '/x-stability-level'],
    [{ 'x-stability-level': 'alpha' }, { state: 'experimental' }, '/x-stability-level'],
    [{ 'x-stability-level': 'beta' }, { state: 'active' }, '/x-stability-level'],
    [{ 'x-stability-level': 'stable', deprecated: true }, { state: 'deprecated' }, '/x-stability-level'],
    [{ 'x-stability-level': 'alpha', 'x-lifecycle': 'active', 'x-sunset': '?' }, { state: 'active' }, '/x-lifecycle'],
  ])('reads the lifecycle in %j', (node, value, pointer) => {
    const { governance, told } = read(node)
    expect([governance.lifecycle, told]).toEqual([{ value, at: at(pointer) }, []])
  })

  it('says what it cannot read of a foreign lifecycle, and takes the rest', () => {
    const { governance, told } = read({ 'x-stability-level': 'gamma', 'x-sunset': '2027-02-30' })
    expect(governance).toEqual({ unreadable: new Set(['lifecycle']) })
    expect(told).toEqual([
      'TK1302 warning /x-stability-level: `x-stability-level` is `gamma`, not one of draft, alpha, beta, stable',
      'TK1302 warning /x-sunset: `x-sunset` is `2027-02-30`, not a date such as 2027-03-31',
    ])
    expect(read({ 'x-stability-level': 'gamma', 'x-sunset': '2027-02-28' }).governance.lifecycle?.value).toEqual({
      state: 'active',
      sunset: '2027-02-28',
    })
  })

  it.each([
    ['x-tenant-scope', true],
    ['x-tenant-scoped', true],
  ])('takes %s: %j for the scope tenant', (key, written) => {
    expect(read({ [key]: written }).governance.scope?.value).toEqual({ scope: 'tenant' })
  })

  it.each(['x-tenant-scope', 'x-tenant-scoped'])('asks which scope holds where %s is false', (key) => {
    const { governance, told, help } = read({ [key]: false })
    expect(governance.scope).toBeUndefined()
    expect(told).toEqual([`TK1313 error /${key}: \`${key}: false\` does not say which scope holds instead`])
    expect(help).toEqual(['Write `x-tenant-scope: shared`, `platform` or `public`.'])
  })

  it('takes a scope that cannot be read for none, at the exact place', () => {
    const { governance, told, help } = read({ 'x-tenant-scope': { scope: 'tennant' } })
    expect(governance).toEqual({ unreadable: new Set(['scope']) })
    expect(told).toEqual([
      'TK1302 error /x-tenant-scope/scope: `x-tenant-scope.scope` is `tennant`, not one of tenant, cross-tenant, shared, platform, public',
    ])
    expect(help).toEqual(['Did you mean `tenant`?'])
  })

  it('reports every mistake of one annotation at once', () => {
    const { told } = read({ 'x-idempotency': { ttl: '1 day', key: { in: 'header', name: 'a\r\nb' }, mod: 'required' } })
    expect(told.map((text) => text.split(':')[0])).toEqual([
      'TK1302 error /x-idempotency/ttl',
      'TK1302 error /x-idempotency/key/name',
      'TK1303 error /x-idempotency/mod',
      'TK1304 error /x-idempotency',
    ])
  })

  it('hears `info` where the document itself says nothing', () => {
    const node = { info: { 'x-tenant-scope': 'shared', 'x-lifecycle': 'active' }, 'x-tenant-scope': 'tenant' }
    const { governance } = read(node, 'document')
    expect(governance.scope).toEqual({ value: { scope: 'tenant' }, at: at('/x-tenant-scope') })
    expect(governance.lifecycle).toEqual({ value: { state: 'active' }, at: at('/info/x-lifecycle') })
  })

  it('warns of what has no effect in its place', () => {
    const { governance, told, help } = read({ 'x-tenant-scope': 'tenant', 'x-data-residency': 'DE' }, 'server')
    expect(governance).toEqual({
      residency: { value: { regions: ['DE'], mode: 'strict' }, at: at('/x-data-residency') },
    })
    expect(told).toEqual(['TK1306 warning /x-tenant-scope: `x-tenant-scope` has no effect on a server'])
    expect(help).toEqual(['It belongs on the document, `info`, a path, a channel, an operation, a message.'])
  })

  it.each([
    ['x-tenant-scop', 'x-tenant-scope'],
    ['x-tenantscope', 'x-tenant-scope'],
    ['x-data-residence', 'x-data-residency'],
    ['x-idempotence', 'x-idempotency'],
  ])('asks whether %s was meant to be %s', (key, near) => {
    const { told, help } = read({ [key]: 'tenant' })
    expect(told).toEqual([`TK1305 warning /${key}: \`${key}\` is not part of the vocabulary and has no effect`])
    expect(help).toEqual([`Did you mean \`${near}\`?`])
  })

  it.each(['x-codeSamples', 'x-internal', 'x-logo', 'x-stainless-const', 'x-displayName', 'x-tagGroups', 'x-order'])(
    'leaves %s to others',
    (key) => expect(read({ [key]: 'x' }).told).toEqual([]),
  )
})

describe('inherit', () => {
  const document = read(
    { 'x-tenant-scope': 'tenant', 'x-resilience': '5s', 'x-data-flow': 'sales' },
    'document',
  ).governance

  it('lets the nearest win and marks what comes from above', () => {
    const own = read({ 'x-resilience': '2s' }).governance
    expect(inherit(document, own)).toEqual({
      scope: { value: { scope: 'tenant' }, at: at('/x-tenant-scope'), inherited: true },
      resilience: { value: { timeout: 2_000, per: 'tenant' }, at: at('/x-resilience') },
    })
  })

  it('hands on neither what undoes an operation nor what flows through it', () => {
    const parent = read({ 'x-compensated-by': 'undo', 'x-data-flow': 'sales' }).governance
    expect(inherit(parent, {})).toEqual({})
  })

  it('lets nobody speak for what cannot be read, however far below', () => {
    const path = inherit(document, read({ 'x-tenant-scope': 'platfrom' }, 'path').governance)
    const operation = inherit(path, {})
    expect([path.scope, operation.scope, operation.unreadable]).toEqual([undefined, undefined, new Set(['scope'])])
    const mended = inherit(path, read({ 'x-tenant-scope': 'platform' }).governance)
    expect([mended.scope?.value.scope, mended.unreadable]).toEqual(['platform', undefined])
  })
})

describe('what is said of the document', () => {
  it('reads a policy with its defaults', () => {
    const problems = recordProblems()
    const policy = { default: { max: 'internal' }, clearances: { support: { max: 'internal', reveal: ['contact'] } } }
    expect(readDataPolicy({ 'x-data-policy': policy }, here, problems)).toEqual({
      default: { max: 'internal', reveal: [] },
      clearances: new Map([['support', { max: 'internal', reveal: ['contact'] }]]),
      clearanceClaim: 'clearance',
      unclassified: 'warn',
      at: at('/x-data-policy'),
    })
    expect(readDataPolicy({}, here, problems)).toEqual({
      clearances: new Map(),
      clearanceClaim: 'clearance',
      unclassified: 'warn',
    })
    expect(problems.told).toEqual([])
  })

  it('shows only what is public under a policy that cannot be read', () => {
    const problems = recordProblems()
    expect(readDataPolicy({ 'x-data-policy': { default: { max: 'everything' } } }, here, problems)).toEqual({
      default: { max: 'public', reveal: [] },
      clearances: new Map(),
      clearanceClaim: 'clearance',
      unclassified: 'restrict',
    })
    expect(problems.told.length).toBe(1)
  })

  it('gives each pathway its id and place, wherever it is declared', () => {
    const problems = recordProblems()
    const pathway = { from: 'a', to: 'b', purpose: 'c', requires: 'grant' }
    const read = readPathways({ info: { 'x-tenant-pathways': { 'hand.over': pathway } } }, here, problems)
    expect([...read]).toEqual([
      ['hand.over', { ...pathway, id: 'hand.over', at: at('/info/x-tenant-pathways/hand.over') }],
    ])
  })

  it('reads who answers for it', () => {
    const problems = recordProblems()
    expect(readOwner({ 'x-owner': 'shop' }, here, problems)).toEqual({ value: { team: 'shop' }, at: at('/x-owner') })
    expect(readOwner({ 'x-owner': {} }, here, problems)).toBeUndefined()
    expect(problems.told).toEqual(['TK1304 error /x-owner: `x-owner` lacks `team`'])
  })

  it('only warns of an audience and an id that are no such thing: nothing depends on them', () => {
    const problems = recordProblems()
    expect(readApiIdentity({ 'x-api-id': 'my-orders-api', 'x-audience': 'all' }, here, problems)).toEqual({
      apiId: 'my-orders-api',
    })
    expect(problems.told.map((text) => text.slice(0, 28))).toEqual(['TK1302 warning /x-audience: '])
  })
})
