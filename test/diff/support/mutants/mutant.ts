import type { JsonObject } from '../../../../src/util/own.js'
import type { Place } from './places.js'
import type { Polarity } from './sites.js'

/** `silent`: nothing at all may be said. `not breaking`: something must be said, and it must not be a break. */
export type Expected = 'breaking' | 'not breaking' | 'silent'

export interface Operator {
  readonly name: string
  /** What is expected where the API reads, and where it writes; and why. */
  readonly input: Expected
  readonly output: Expected
  /** What is expected of messages where that is something else. */
  readonly messages?: Expected
  readonly because: string
}

/** Two versions of a contract, with exactly one change between them. */
export interface Mutant {
  readonly operator: string
  readonly polarity: Polarity
  readonly where: string
  readonly expected: Expected
  /** Written when asked for: those of a large contract are larger than the memory when they are many. */
  readonly versions: () => readonly [before: JsonObject, after: JsonObject]
  /** What a finding must name. */
  readonly names: { readonly operation?: string; readonly member?: string }
  /** Whether a break must come with a payload. */
  readonly needsWitness: boolean
}

export function whereOf({ site, operation, member }: Place): string {
  return `${site} of ${operation}${member === undefined ? '' : `, ${member}`}`
}
