import { createHash } from 'node:crypto'

/** The end of a chain: what the next link hangs on. */
export interface ChainEnd {
  /** Links so far; the first has the number 1. */
  readonly sequence: number
  /** Of the last link: SHA-256, 64 hex digits. */
  readonly hash: string
}

/** What a chain starts from. */
export const chainStart: ChainEnd = { sequence: 0, hash: '0'.repeat(64) }

/**
 * One link: an entry, bound to all before it by the hash of the one before.
 *
 * @param text an object as JSON, printable ASCII only; byte for byte as it is hashed.
 */
export function linkOf(text: string, { sequence, hash }: ChainEnd): { readonly line: string; readonly end: ChainEnd } {
  const end = { sequence: sequence + 1, hash: hashOf(sequence + 1, hash, text) }
  return { line: `{"sequence":${end.sequence},"previous":"${hash}","hash":"${end.hash}","event":${text}}`, end }
}

/** @returns the parts of a link; undefined for what is none. Nothing is verified. */
export function readLink(
  line: string,
): { readonly previous: string; readonly end: ChainEnd; readonly text: string } | undefined {
  const [, sequence, previous, hash, text] = linkPattern.exec(line) ?? []
  if (sequence === undefined || previous === undefined || hash === undefined || text === undefined) return undefined
  return { previous, end: { sequence: Number(sequence), hash }, text }
}

const linkPattern =
  /^\{"sequence":(\d{1,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","event":(\{[\x20-\x7e]*\})\}$/

/** The sequence is part of what is hashed: two chains that hold the same entries in other places differ. */
export function hashOf(sequence: number, previous: string, text: string): string {
  return createHash('sha256').update(`${sequence}\n${previous}\n${text}`).digest('hex')
}
