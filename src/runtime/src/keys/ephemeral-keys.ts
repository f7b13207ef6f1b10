import { randomBytes } from 'node:crypto'
import { derivingKeys } from './derive.js'
import type { KeyProvider } from './types.js'

/**
 * Keys that live and die with this process: for development and tests. What they sealed cannot be opened after a
 * restart, nor by another instance.
 */
export function ephemeralKeys(): KeyProvider {
  return derivingKeys(new Map([['ephemeral', randomBytes(32)]]), 'ephemeral')
}
