import { createPublicKey, type KeyObject } from 'node:crypto'
import { type ChainVerdict, chainEnd, verifyChain } from '@tenantkit/runtime/audit'
import type { Diagnostic } from '../../diagnostic/index.js'
import { ask } from './ask.js'
import type { Connection } from './connect.js'
import type { LockCheckpoint } from './lock-file.js'

/** A checkpoint as the catalog signed it. */
export interface SignedCheckpoint {
  /** The line of the chain that holds it. */
  readonly line: string
  /** Ed25519, PEM. */
  readonly key: string
}

/** The audit while it is read. */
export interface AuditReading {
  /** Lines in their order, fetched page by page. */
  readonly lines: AsyncIterable<string>
  /** Why they ended too early, if they did. */
  readonly problem: () => Diagnostic | undefined
}

export function readAudit({ client, url }: Connection): AuditReading {
  let problem: Diagnostic | undefined
  return { lines: pages(), problem: () => problem }

  async function* pages(): AsyncGenerator<string> {
    let after: number | undefined = 0
    while (after !== undefined) {
      const position: number = after
      const page = () => client.listAudit({ query: { after: position, limit: 200 } })
      const answered = await ask('show the audit', url, page)
      if ('problem' in answered) {
        problem = answered.problem
        return
      }
      yield* answered.value.lines
      const { next } = answered.value
      // A catalog that goes in a circle must not keep us for ever.
      after = next !== undefined && next > position ? next : undefined
    }
  }
}

export interface KeptCheckpoint extends LockCheckpoint {
  /** Where it was kept. */
  readonly from: string
}

export type AuditVerdict =
  | Extract<ChainVerdict, { readonly kind: 'intact' }>
  | { readonly kind: 'broken'; readonly what: string }

/**
 * Follows the chain from its beginning, checks every signature, and holds it against checkpoints that were kept elsewhere.
 *
 * @param keys that checkpoints may be signed with.
 */
export async function verifyLines(
  lines: AsyncIterable<string>,
  { keys, kept }: { readonly keys: readonly KeyObject[]; readonly kept: readonly KeptCheckpoint[] },
): Promise<AuditVerdict> {
  const open = new Map(kept.filter(({ sequence }) => sequence > 0).map((one) => [`${one.from} ${one.sequence}`, one]))
  let strange: KeptCheckpoint | undefined
  const verdict = await verifyChain(watched(), { keys })
  if (verdict.kind === 'broken') return { kind: 'broken', what: `line ${verdict.line} is ${wordsOf(verdict.why)}` }
  if (strange) return { kind: 'broken', what: `entry ${strange.sequence} is not the one that ${strange.from} has kept` }
  const [cut] = open.values()
  if (cut) return { kind: 'broken', what: `it ends before entry ${cut.sequence}, which ${cut.from} has kept` }
  return verdict

  async function* watched(): AsyncGenerator<string> {
    for await (const line of lines) {
      yield line
      for (const [id, one] of open) {
        const end = endOf(line)
        if (end?.sequence !== one.sequence) continue
        open.delete(id)
        if (end.hash !== one.hash) strange ??= one
      }
    }
  }
}

function endOf(line: string): LockCheckpoint | undefined {
  try {
    return chainEnd([line])
  } catch {
    return undefined
  }
}

function wordsOf(why: string): string {
  const words: Readonly<Record<string, string>> = {
    unreadable: 'neither an entry nor a checkpoint',
    'out-of-sequence': 'out of sequence: an entry is missing, doubled or moved',
    unlinked: 'not linked to the one before',
    changed: 'not what was hashed',
    'checkpoint-not-signed': 'a checkpoint that this catalog has not signed',
    'checkpoint-of-another-chain': 'a checkpoint of another chain',
    'checkpoint-missing': 'where a checkpoint is missing',
  }
  return words[why] ?? why
}

/** Reads a checkpoint that was kept in a file. Undefined for anything else. */
export function parseCheckpoint(text: string): (SignedCheckpoint & LockCheckpoint) | undefined {
  try {
    const { line, key } = JSON.parse(text) as Partial<SignedCheckpoint>
    if (typeof line !== 'string' || typeof key !== 'string') return undefined
    createPublicKey(key)
    const { sequence, hash } = chainEnd([line])
    return { line, key, sequence, hash }
  } catch {
    return undefined
  }
}
