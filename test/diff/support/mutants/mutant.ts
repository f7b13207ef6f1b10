import type { JsonObject } from '../../../../src/util/own.js'
import type { Place, Polarity } from './places.js'

/** `silent`: nothing at all may be said. `any`: something must be said, and whatever it is, it must not be a break. */
export type Expected = 'breaking' | 'not breaking' | 'silent'

export interface Operator {
  readonly name: string
  /** What is expected where the API reads, and where it writes; and why. */
  readonly input: Expected
  readonly output: Expected
  readonly because: string
}

/** Two versions of a contract, with exactly one change between them. */
export interface Mutant {
  readonly operator: string
  readonly polarity: Polarity
  readonly where: string
  readonly expected: Expected
  readonly before: JsonObject
  readonly after: JsonObject
  /** What a finding must name. */
  readonly names: { readonly operation?: string; readonly member?: string }
  /** Whether a break must come with a payload. */
  readonly needsWitness: boolean
}

export function whereOf({ site, operation, member }: Place): string {
  return `${site} of ${operation}${member === undefined ? '' : `, ${member}`}`
}
