import type { KeyObject } from 'node:crypto'
import { type Clock, systemClock } from '../../context/index.js'
import { ConfigurationError } from '../../error/index.js'
import { auditLine } from '../to-stdout.js'
import type { AuditSink } from '../types.js'
import { chainEnd } from './chain-end.js'
import { type Checkpoint, checkpointLine } from './checkpoint.js'
import { linkOf } from './link.js'

/** Where the lines of a chain are kept. One writer at a time. */
export interface AuditLines {
  /** Resolves when the line is kept; a line that could not be kept is not there at all. */
  append(line: string): Promise<void>
  /** The last lines, oldest first: as many as are needed to find a link, at least two when there are two. */
  tail(): Promise<readonly string[]>
}

export interface AuditChainOptions {
  readonly lines: AuditLines
  /** Ed25519, private: signs checkpoints. Default: none are written, and only the links protect each other. */
  readonly key?: KeyObject | undefined
  /** Links after which a checkpoint is written. Default: 100. */
  readonly every?: number | undefined
  /** Entries that may wait to be kept. Default: 10,000. */
  readonly limit?: number | undefined
  readonly clock?: Clock | undefined
}

export interface AuditChain extends AuditSink {
  /** Resolves when the entry is kept. Rejects when it could not be, or too many wait; then it is not part of the chain. */
  write(...event: Parameters<AuditSink['write']>): Promise<void>
  /** Signs how far the chain has come, to be kept elsewhere, too. Undefined without a key. */
  checkpoint(): Promise<Checkpoint | undefined>
}

/**
 * An audit that shows what was changed, left out or added later: each entry carries the hash of the one before, and
 * signed checkpoints hold the chain to how long it was. Continues where the lines end.
 *
 * @throws ConfigurationError for a key that cannot sign, and lines that end with something else than a chain.
 */
export async function auditChain(options: AuditChainOptions): Promise<AuditChain> {
  const { lines, key, every = 100, limit = 10_000, clock = systemClock } = options
  if (key && (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519')) {
    throw new ConfigurationError('checkpoints are signed with a private Ed25519 key')
  }
  let end = chainEnd(await lines.tail())
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    write(event) {
      if (waiting >= limit) return Promise.reject(new RangeError('too many audit entries wait to be kept'))
      return inTurn(async () => {
        const link = linkOf(auditLine(event), end)
        await lines.append(link.line)
        end = link.end
        if (key && end.sequence % every === 0) await sign(key)
      })
    },
    checkpoint: () => inTurn(async () => (key ? sign(key) : undefined)),
  }

  async function sign(by: KeyObject): Promise<Checkpoint> {
    const checkpoint = { ...end, at: new Date(clock.now()).toISOString() }
    await lines.append(checkpointLine(checkpoint, by))
    return checkpoint
  }

  /** One after the other: each link hangs on the one before, and on none that could not be kept. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting++
    const turn = last.then(work).finally(() => {
      waiting--
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
