import type { Masking } from '../../contract/model/index.js'

/** Whether its masks are made with keys of the tenant. They are texts of whatever they hide; without keys they are null. */
export function isKeyed(masking: Masking | undefined): boolean {
  return masking !== undefined && strategies.has(masking.strategy)
}

const strategies: ReadonlySet<Masking['strategy']> = new Set(['hash', 'tokenize', 'encrypt'])
