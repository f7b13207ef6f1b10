import type { KeyObject } from 'node:crypto'
import { readCheckpoint } from './checkpoint.js'
import { type ChainEnd, chainStart, hashOf, readLink } from './link.js'

export interface VerifyChainOptions {
  /** Public keys (Ed25519) that checkpoints may be signed with; then the chain must have some, and none may be strange. */
  readonly keys?: readonly KeyObject[] | undefined
  /** Links after which a checkpoint must come, as in `auditChain`. Default: 100. */
  readonly every?: number | undefined
  /** A checkpoint that was kept elsewhere: the chain must come so far, with this very link. */
  readonly kept?: ChainEnd | undefined
}

export type ChainVerdict =
  | { readonly kind: 'intact'; readonly links: number; readonly checkpoints: number; readonly end: ChainEnd }
  | {
      readonly kind: 'broken' /** 1-based; of the first line that does not fit. */
      readonly line: number
      readonly why: ChainFault
    }

export type ChainFault =
  /** Neither a link nor a checkpoint: half a line, or something else. */
  | 'unreadable'
  /** A link is missing, doubled or in another place. */
  | 'out-of-sequence'
  /** The link does not hang on the one before. */
  | 'unlinked'
  /** The entry is not what was hashed. */
  | 'changed'
  | 'checkpoint-not-signed'
  /** A checkpoint tells of another chain. */
  | 'checkpoint-of-another-chain'
  | 'checkpoint-missing'
  /** The chain ends before a checkpoint that was kept elsewhere, or has another link there. */
  | 'cut-off'

/** Reads a chain from its beginning, line by line, and says whether it is what was written. */
export async function verifyChain(
  lines: Iterable<string> | AsyncIterable<string>,
  { keys, every = 100, kept }: VerifyChainOptions = {},
): Promise<ChainVerdict> {
  let end = chainStart
  let signed = 0
  let checkpoints = 0
  let number = 0
  let isKept = kept === undefined || kept.sequence === 0
  for await (const line of lines) {
    number++
    const why = follow(line)
    if (why) return { kind: 'broken', line: number, why }
  }
  if (keys && end.sequence - signed >= every) return { kind: 'broken', line: number, why: 'checkpoint-missing' }
  if (!isKept) return { kind: 'broken', line: number + 1, why: 'cut-off' }
  return { kind: 'intact', links: end.sequence, checkpoints, end }

  function follow(line: string): ChainFault | undefined {
    const link = readLink(line)
    if (!link) return followCheckpoint(line)
    if (link.end.sequence !== end.sequence + 1) return 'out-of-sequence'
    if (link.previous !== end.hash) return 'unlinked'
    if (hashOf(link.end.sequence, link.previous, link.text) !== link.end.hash) return 'changed'
    if (keys && end.sequence - signed >= every) return 'checkpoint-missing'
    end = link.end
    if (end.sequence === kept?.sequence) {
      if (end.hash !== kept.hash) return 'cut-off'
      isKept = true
    }
    return undefined
  }

  function followCheckpoint(line: string): ChainFault | undefined {
    const read = readCheckpoint(line)
    if (!read) return 'unreadable'
    if (keys && !read.isSignedBy(keys)) return 'checkpoint-not-signed'
    if (read.checkpoint.sequence !== end.sequence || read.checkpoint.hash !== end.hash)
      return 'checkpoint-of-another-chain'
    signed = end.sequence
    checkpoints++
    return undefined
  }
}
