import type { JsonValue } from '../../util/own.js'
import { createCandidates, inTurn } from './sample/candidates.js'
import { mutantsOf } from './sample/mutants.js'
import { createRandom } from './sample/random.js'
import { createTextSolver } from './text/index.js'
import type { Projection, SchemaSide } from './types.js'

export interface SampleOptions {
  readonly projection: Projection
  /** The same seed gives the same values. Default: 1. */
  readonly seed?: number
  /** Values that are made at most. Default: 200. */
  readonly limit?: number
}

/**
 * Values at which a schema shows what it accepts: simplest ones, those at its bounds, every alternative and every optional
 * member in and out; then the same with one edit each. Most of the first kind are accepted, most of the second nearly are:
 * who wants to know has to judge them. For questions that could be neither proved nor refuted.
 */
export function* sampleValues(side: SchemaSide, options: SampleOptions): Iterable<JsonValue> {
  const { projection, seed = 1, limit = 200 } = options
  const random = createRandom(seed)
  const text = createTextSolver({ states: 500 })
  const candidates = createCandidates({ schemas: side.schemas, projection, text, random })
  const samples = candidates.of([side.schema])
  const seen = new Set<string>()
  for (const value of withMutants(samples)) {
    if (seen.size >= limit) return
    const key = JSON.stringify(value)
    if (seen.has(key)) continue
    seen.add(key)
    yield value
  }
}

function* withMutants(samples: readonly JsonValue[]): Iterable<JsonValue> {
  yield* samples
  // The first mutant of each, then the second: samples differ more than the mutants of one do.
  yield* inTurn(samples.map((value) => mutantsOf(value)))
}
