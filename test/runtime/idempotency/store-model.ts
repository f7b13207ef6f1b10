import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, IdempotencyStore, ReserveOutcome } from '../../../src/runtime/src/index.js'
import type { StoreUnderTest } from './store-contract.js'

type Step =
  | {
      readonly do: 'reserve'
      readonly key: number
      readonly tenant: number
      readonly print: string
      readonly block: boolean
    }
  | { readonly do: 'extend' | 'complete' | 'release'; readonly claim: number }
  | { readonly do: 'purge'; readonly tenant: number }
  | { readonly do: 'wait'; readonly time: number }

const at = fc.nat(2)
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('reserve' as const),
        key: at,
        tenant: at,
        print: fc.constantFrom('f', 'g'),
        block: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('extend' as const, 'complete' as const, 'release' as const),
        claim: fc.nat(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('wait' as const), time: fc.constantFrom(1, 49, 50, 51, 150, 300) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), tenant: fc.nat(1) }) },
  ),
  { maxLength: 25 },
) as fc.Arbitrary<Step[]>

const tenants = ['acme', 'beta', undefined]
const keyOf = (key: number): string => String(key).repeat(64)
const [lease, ttl] = [100, 400]

/** What a store is, said as plainly as can be: a list of rows, looked through from the start. */
function model(): IdempotencyStore & { advance: (milliseconds: number) => void } {
  interface Row {
    key: string
    tenant: string | undefined
    print: string
    owner: string
    fence: number
    lease: number
    end: number
    block: boolean
    record?: string
  }
  let now = 0
  let rows: Row[] = []
  const find = (of: { key: string; tenant: string | undefined }): Row | undefined =>
    rows.find((row) => row.key === of.key && row.tenant === of.tenant && row.end > now)
  const held = ({ owner, fence, ...of }: Claim): Row | undefined => {
    const row = find(of)
    return row && row.owner === owner && row.fence === fence && row.record === undefined ? row : undefined
  }
  return {
    advance: (milliseconds) => {
      now += milliseconds
      rows = rows.filter(({ end }) => end > now)
    },
    async reserve({ key, tenant, fingerprint, owner, onLeaseExpired }): Promise<ReserveOutcome> {
      const row = find({ key, tenant })
      if (!row) {
        const block = onLeaseExpired === 'block'
        rows.push({ key, tenant, print: fingerprint, owner, fence: 1, lease: now + lease, end: now + ttl, block })
        return { kind: 'reserved', fence: 1 }
      }
      if (row.print !== fingerprint) return { kind: 'mismatch' }
      if (row.record !== undefined) return { kind: 'completed', record: row.record }
      if (row.lease > now) return { kind: 'in-progress', retryAfter: row.lease - now }
      if (row.block) return { kind: 'in-progress', retryAfter: row.end - now }
      Object.assign(row, { owner, fence: row.fence + 1, lease: now + lease })
      return { kind: 'reserved', fence: row.fence }
    },
    async extend(claim, time) {
      const row = held(claim)
      if (row) row.lease = now + time
      return row !== undefined
    },
    async complete(claim, record) {
      const row = held(claim)
      if (row) row.record = record
      return row !== undefined
    },
    async release(claim) {
      const row = held(claim)
      rows = rows.filter((each) => each !== row)
      return row !== undefined
    },
    async purge(tenant) {
      const before = rows.length
      rows = rows.filter((row) => row.tenant !== tenant)
      return before - rows.length
    },
  }
}

/** Any sequence of calls and passing time gives what the model gives. Late claims are among them, and claims of other keys. */
export function describeStoreModel(
  name: string,
  open: () => StoreUnderTest | Promise<StoreUnderTest>,
  runs: number,
): void {
  describe(`idempotency store against its model: ${name}`, () => {
    it('T85 T89 answers every sequence of calls alike', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (list) => {
          const under = await open()
          const expected = model()
          const claims: Claim[] = []
          for (const [index, step] of list.entries()) {
            const [given, wanted] = await both(step, index, [under.store, expected], claims)
            if (step.do === 'wait') {
              await under.advance(step.time)
              expected.advance(step.time)
            } else expect(given, `${index}: ${JSON.stringify(step)}`).toEqual(wanted)
          }
          await under.close?.()
        }),
        { numRuns: runs, seed: 42 },
      )
    })
  })
}

async function both(
  step: Step,
  index: number,
  stores: readonly IdempotencyStore[],
  claims: Claim[],
): Promise<unknown[]> {
  const claim = 'claim' in step ? claims[step.claim % Math.max(claims.length, 1)] : undefined
  const answers: unknown[] = []
  for (const store of stores) answers.push(await one(store, step, index, claim))
  const [first] = answers as [ReserveOutcome | undefined]
  if (step.do === 'reserve' && first?.kind === 'reserved') {
    claims.push({ key: keyOf(step.key), tenant: tenants[step.tenant], owner: `owner-${index}`, fence: first.fence })
  }
  return answers
}

async function one(store: IdempotencyStore, step: Step, index: number, claim: Claim | undefined): Promise<unknown> {
  switch (step.do) {
    case 'reserve':
      return store.reserve({
        key: keyOf(step.key),
        tenant: tenants[step.tenant],
        fingerprint: step.print,
        owner: `owner-${index}`,
        lease,
        ttl,
        onLeaseExpired: step.block ? 'block' : 'takeover',
      })
    case 'extend':
      return claim && store.extend(claim, lease)
    case 'complete':
      return claim && store.complete(claim, `record-${index}`)
    case 'release':
      return claim && store.release(claim)
    case 'purge':
      // How many is no promise: what has expired may be counted or not.
      await store.purge(tenants[step.tenant] as string)
      return undefined
    case 'wait':
      return undefined
  }
}
