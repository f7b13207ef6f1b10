/**
 * What do limits for each tenant cost: bytes for 10^6 tenants, nanoseconds for a call that passes, and how long does a quiet
 * tenant wait while another one saturates the service?
 *
 *   npm run bench:resilience [-- all|memory|time|http]
 *
 * Beside `cockatiel` (a breaker and a bulkhead for each tenant), `rate-limiter-flexible` in memory, and rows as objects in
 * `lru-cache`. Memory is measured in processes of their own; the sides of a timing take turns and medians are printed.
 */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { bulkhead, circuitBreaker, handleAll, SamplingBreaker, wrap } from 'cockatiel'
import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type * as resilience from '../../src/runtime/src/resilience/index.js'
import type { Guard, Pass } from '../../src/runtime/src/resilience/index.js'
import { quietBesideLoud } from './quiet-beside-loud.js'

// As it is published: what loads TypeScript names every closure, which costs more than the closures do.
const built = new URL('../../src/runtime/dist/resilience/index.js', import.meta.url).href
const { createGuard, createLanes, policyOf } = (await import(built)) as typeof resilience

const [, script = '', what = 'all', side = '', count = ''] = process.argv

const rateLimit = { requests: 1000, per: 3_600_000 }
const clock = { now: () => Date.now(), after: () => () => undefined }

function guardFor(capacity: number, parts: Parameters<typeof policyOf>[0]): Guard {
  return createGuard({ dependency: 'bench', policy: policyOf(parts, {}), lanes: createLanes(capacity), clock })
}
/** Those without a place share buckets, so that some are refused. */
function callOwn(guard: Guard, tenant: string): void {
  if (!guard.takeRate(tenant)) (guard.enter(tenant) as Pass).settle('succeeded')
}

/** A policy of cockatiel for one tenant. */
const cockatiel = () =>
  wrap(
    bulkhead(10, 10),
    circuitBreaker(handleAll, {
      halfOpenAfter: 10_000,
      breaker: new SamplingBreaker({ threshold: 0.5, duration: 30_000, minimumRps: 1 }),
    }),
  )
const nothing = (): Promise<void> => Promise.resolve()

/** Each side makes one call for so many tenants and gives what it has to keep. */
const memory: Readonly<Record<string, (tenants: number) => Promise<unknown>>> = {
  'own, 100,000 places': async (tenants) =>
    touchOwn(guardFor(100_000, { breaker: {}, rateLimit, bulkhead: 10 }), tenants),
  'own, a place for each': async (tenants) =>
    touchOwn(guardFor(tenants, { breaker: {}, rateLimit, bulkhead: 10 }), tenants),
  'objects in lru-cache, a place for each': async (tenants) => {
    const cache = new LRUCache<string, object>({ max: tenants })
    for (let at = 0; at < tenants; at++) {
      const now = Date.now()
      const counts = [1, 0, 0, 0, 0, 0, 0, 0]
      cache.set(`tenant-${at}`, {
        tokens: 1.5,
        takenAt: now + 0.5,
        phase: 0,
        openUntil: 0,
        slot: 7,
        retries: 0,
        counts,
      })
    }
    return cache
  },
  'rate-limiter-flexible (rate only)': async (tenants) => {
    const limiter = new RateLimiterMemory({ points: 1000, duration: 3600 })
    for (let at = 0; at < tenants; at++) await limiter.consume(`tenant-${at}`)
    return limiter
  },
  'cockatiel (breaker and bulkhead)': async (tenants) => {
    const policies = new Map<string, ReturnType<typeof cockatiel>>()
    for (let at = 0; at < tenants; at++) {
      const policy = cockatiel()
      policies.set(`tenant-${at}`, policy)
      await policy.execute(nothing)
    }
    return policies
  },
}

function touchOwn(guard: Guard, tenants: number): Guard {
  for (let at = 0; at < tenants; at++) callOwn(guard, `tenant-${at}`)
  return guard
}

async function measureMemory(side: string, tenants: number): Promise<void> {
  globalThis.gc?.()
  const bytes = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = bytes()
  const kept = await memory[side]?.(tenants)
  globalThis.gc?.()
  process.stdout.write(String(bytes() - before))
  // Timers of others must not keep the process, and `kept` must not be collected before.
  process.exit(kept ? 0 : 1)
}

async function timings(): Promise<readonly (readonly [string, number])[]> {
  const tenants = Array.from({ length: 10_000 }, (_, at) => `tenant-${at}`)
  const unlimited = { requests: 1e9, per: 1 }
  const whole = guardFor(20_000, { breaker: {}, rateLimit: unlimited, bulkhead: 10 })
  const rated = guardFor(20_000, { rateLimit: unlimited })
  const guarded = guardFor(20_000, { breaker: {}, bulkhead: 10 })
  const limiter = new RateLimiterMemory({ points: 1e9, duration: 3600 })
  const policies = new Map(tenants.map((tenant) => [tenant, cockatiel()]))
  const cache = new LRUCache<string, object>({ max: 20_000 })
  for (const tenant of tenants) cache.set(tenant, {})
  const lanes = createLanes(20_000)
  const home = new Map<string, number>()
  const sides: readonly (readonly [string, (tenant: string) => unknown])[] = [
    ['own: rate, breaker, bulkhead', (tenant) => callOwn(whole, tenant)],
    ['own: rate', (tenant) => rated.takeRate(tenant)],
    ['rate-limiter-flexible: rate', (tenant) => limiter.consume(tenant)],
    ['own: breaker, bulkhead', (tenant) => (guarded.enter(tenant) as Pass).settle('succeeded')],
    ['cockatiel: breaker, bulkhead', (tenant) => policies.get(tenant)?.execute(nothing)],
    ['own: finding the place', (tenant) => lanes.find(home, tenant, 0)],
    ['lru-cache: finding the entry', (tenant) => cache.get(tenant)],
  ]
  const taken = sides.map((): number[] => [])
  for (let round = 0; round < 15; round++) {
    for (const [index, [, call]] of sides.entries()) {
      const start = process.hrtime.bigint()
      for (const tenant of tenants) {
        const answer = call(tenant)
        if (answer instanceof Promise) await answer
      }
      taken[index]?.push(Number(process.hrtime.bigint() - start) / tenants.length)
    }
  }
  return sides.map(([name], index) => [name, median(taken[index] ?? [])])
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function print(rows: readonly (readonly string[])[]): void {
  for (const [name = '', ...cells] of rows) {
    process.stdout.write(`  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(14)).join('')}\n`)
  }
}

function printMemory(tenants: number): void {
  process.stdout.write(`\nmemory after a call for each of ${tenants} tenants\n`)
  for (const each of Object.keys(memory)) {
    // Kilobytes each: a tenth tells as much.
    const few = each.startsWith('own') || each.startsWith('objects') ? tenants : tenants / 10
    const args = ['--import', 'tsx', '--expose-gc', '--max-old-space-size=4096', script, 'memory-of', each, String(few)]
    const bytes = Number(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 }))
    const note = few === tenants ? '' : `(of ${few})`
    print([[each, `${(bytes / 1e6).toFixed(1)} MB`, `${Math.round(bytes / few)} B/tenant`, note]])
  }
}

if (what === 'memory-of') await measureMemory(side, Number(count))
else {
  process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}\n`)
  if (what === 'all' || what === 'memory') printMemory(1_000_000)
  if (what === 'all' || what === 'time') {
    process.stdout.write('\nnanoseconds for a call that passes, 10,000 tenants in turn\n')
    print((await timings()).map(([name, nanoseconds]) => [name, nanoseconds.toFixed(0)]))
  }
  if (what === 'all' || what === 'http') {
    process.stdout.write('\nmilliseconds of a quiet tenant, alone and while another one keeps 100 requests open\n')
    print([['', 'p50', 'p99', 'of alone', 'loud/s', 'refused/s'], ...(await quietBesideLoud())])
  }
  // Timers of others must not keep the process.
  process.exit(0)
}
