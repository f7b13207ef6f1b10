import { createHash } from 'node:crypto'
import type { Random } from '../context/index.js'

/** The same bytes for the same seed, in the same order: ids of tests repeat. Never for anything secret. */
export function seededRandom(seed = 'tenantkit'): Random {
  let counter = 0
  return {
    bytes(length) {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at += 32) {
        const block = createHash('sha256').update(`${seed}/${counter}`).digest()
        counter += 1
        bytes.set(block.subarray(0, Math.min(32, length - at)), at)
      }
      return bytes
    },
  }
}
