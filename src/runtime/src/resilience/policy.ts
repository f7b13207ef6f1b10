import { ConfigurationError } from '../error/index.js'
import type { BreakerPolicy, GuardOptions, GuardPolicy, LevelOptions, LevelPolicy, WireResilience } from './types.js'

const breakerDefaults: BreakerPolicy = { failures: 0.5, minimum: 20, window: 30_000, openFor: 10_000 }

/**
 * What the contract declares, at the level that it declares it for, with the options laid over it.
 *
 * @throws ConfigurationError for numbers that cannot work.
 */
export function policyOf(declared: WireResilience | undefined, options: GuardOptions): GuardPolicy {
  const isShared = declared?.per === 'dependency'
  const policy: GuardPolicy = {
    tenant: levelOf(isShared ? undefined : declared, options.tenant),
    dependency: levelOf(isShared ? declared : undefined, options.dependency),
    queue: options.queue,
    queueTime: options.queueTime ?? 1000,
  }
  checkPolicy(policy)
  return policy
}

function levelOf(declared: WireResilience | undefined, own: LevelOptions = {}): LevelPolicy {
  const breaker = own.breaker ?? declared?.breaker
  return {
    breaker: breaker ? { ...breakerDefaults, ...declared?.breaker, ...breaker } : undefined,
    rateLimit: own.rateLimit === false ? undefined : (own.rateLimit ?? declared?.rateLimit),
    bulkhead: own.bulkhead === false ? undefined : (own.bulkhead ?? declared?.bulkhead),
  }
}

function checkPolicy({ tenant, dependency, queue = 0, queueTime }: GuardPolicy): void {
  for (const { breaker, rateLimit, bulkhead } of [tenant, dependency]) {
    if (breaker) {
      check('breaker.failures', breaker.failures, breaker.failures <= 1)
      for (const name of ['minimum', 'window', 'openFor'] as const) {
        check(`breaker.${name}`, breaker[name], breaker[name] > 0)
      }
    }
    if (rateLimit) {
      check('rateLimit.requests', rateLimit.requests, rateLimit.requests >= 1)
      check('rateLimit.per', rateLimit.per, rateLimit.per > 0)
    }
    if (bulkhead !== undefined) check('bulkhead', bulkhead, bulkhead >= 1)
  }
  check('queue', queue, true)
  check('queueTime', queueTime, true)
}

function check(name: string, value: number, holds: boolean): void {
  if (!(Number.isFinite(value) && value >= 0 && holds)) {
    throw new ConfigurationError(`\`${name}\` of the resilience is no number that can work`)
  }
}
