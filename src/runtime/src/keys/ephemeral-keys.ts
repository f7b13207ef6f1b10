import { randomBytes } from 'node:crypto'
import { tenantKeysOf } from './derive.js'
import type { KeyProvider } from './types.js'

/**
 * Keys that live and die with this process: for development and tests. What they sealed cannot be opened after a
 * restart, nor by another instance.
 */
export function ephemeralKeys(): KeyProvider {
  const masters = new Map<string, Uint8Array>([['ephemeral', randomBytes(32)]])
  return { keysOf: (tenant) => tenantKeysOf(masters, 'ephemeral', tenant) }
}
