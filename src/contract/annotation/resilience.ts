import type { JsonObject } from '../../util/own.js'
import type { Origin, Resilience } from '../model/index.js'
import type { Problems } from '../problem.js'
import { duration } from './duration.js'
import { type Extension, readExtension } from './extension.js'
import { about, choice, either, map, number, record } from './shape.js'

const day = 86_400_000
const count = number('a whole number from 1 to 1000000', { type: 'integer', minimum: 1, maximum: 1_000_000 })
const share = number('a number from 0 to 1', { type: 'number', minimum: 0, maximum: 1 })

export const resilienceShape = either(
  map(duration(day), (timeout): Resilience => ({ timeout, per: 'tenant' })),
  map(
    record({
      timeout: about('Longest time for one attempt; a retry gets it anew.', duration(day)),
      retry: about(
        'How often a failed call is tried again.',
        record(
          {
            attempts: about(
              'Calls in all, the first one included.',
              number('a whole number from 1 to 10', { type: 'integer', minimum: 1, maximum: 10 }),
            ),
            budget: about('Share of calls that may be retries.', share),
          },
          ['attempts'],
        ),
      ),
      breaker: about(
        'When calls are no longer tried.',
        record({
          failures: about('Share of failed calls that opens it.', share),
          minimum: about('Calls in the window before it may open.', count),
          window: about('How far back calls are counted.', duration(day)),
          openFor: about('How long it stays open before one call is let through.', duration(day)),
        }),
      ),
      rateLimit: about(
        'How many calls in which time.',
        record({ requests: count, per: duration(day) }, ['requests', 'per']),
      ),
      bulkhead: about('Calls at the same time.', count),
      per: about('Whether each tenant has its own limits; `tenant` when left out.', choice(['tenant', 'dependency'])),
    }),
    ({ per = 'tenant', ...rest }): Resilience => ({ ...rest, per }),
  ),
)

/** `x-resilience`; durations become milliseconds. */
export function readResilience(node: JsonObject, at: Origin, problems: Problems): Extension<Resilience> {
  return readExtension(node, at, 'x-resilience', resilienceShape, problems)
}
