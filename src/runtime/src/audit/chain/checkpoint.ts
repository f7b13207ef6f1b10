import { type KeyObject, sign, verify } from 'node:crypto'
import type { ChainEnd } from './link.js'

/** How far a chain had come, signed: whoever keeps one elsewhere notices when the chain is cut or written anew. */
export interface Checkpoint extends ChainEnd {
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Ed25519 (RFC 8032) over the text of the checkpoint. */
export function checkpointLine({ sequence, hash, at }: Checkpoint, key: KeyObject): string {
  const text = JSON.stringify({ sequence, hash, at })
  return `{"checkpoint":${text},"signature":"${sign(null, Buffer.from(text), key).toString('base64url')}"}`
}

export type ReadCheckpoint = { readonly checkpoint: Checkpoint; isSignedBy(keys: readonly KeyObject[]): boolean }

/** @returns undefined for what is no checkpoint. */
export function readCheckpoint(line: string): ReadCheckpoint | undefined {
  const [, text, sequence, hash, at, signature] = checkpointPattern.exec(line) ?? []
  if (text === undefined || hash === undefined || at === undefined || signature === undefined) return undefined
  const bytes = Buffer.from(signature, 'base64url')
  // The last character has bits to spare: there is one way to write a signature.
  if (bytes.toString('base64url') !== signature) return undefined
  return {
    checkpoint: { sequence: Number(sequence), hash, at },
    isSignedBy: (keys) => keys.some((key) => verify(null, Buffer.from(text), key, bytes)),
  }
}

const checkpointPattern =
  /^\{"checkpoint":(\{"sequence":(\d{1,15}),"hash":"([0-9a-f]{64})","at":"([0-9TZ:.-]{20,30})"\}),"signature":"([\w-]{86})"\}$/
