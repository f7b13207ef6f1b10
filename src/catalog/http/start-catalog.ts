import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto'
import { createTickets, type KeyProvider } from '@tenantkit/runtime'
import { type Listening, listen } from '@tenantkit/runtime/node'
import { createJudgePool, type JudgePoolOptions } from '../judge/index.js'
import type { ServiceContext } from '../service/index.js'
import { openStore } from '../store/index.js'
import { catalogServer } from './catalog-server.js'
import type { CatalogLog } from './log.js'

export interface CatalogSettings {
  /** A file of SQLite, or the URL of a PostgreSQL database. */
  readonly place: string
  /** Signs the audit: Ed25519, private. The same for all processes of one database. */
  readonly signingKey: KeyObject
  /** Seal cursors. The same for all processes of one database. */
  readonly keys: KeyProvider
  readonly judge: JudgePoolOptions
  readonly log: CatalogLog
  /** Default: 127.0.0.1. */
  readonly host?: string | undefined
  /** Default: one that is free. */
  readonly port?: number | undefined
  readonly now?: (() => Date) | undefined
}

export interface RunningCatalog {
  readonly url: string
  readonly context: ServiceContext
  /** Takes no more requests, lets running ones end, and closes the database. */
  close(): Promise<void>
}

/**
 * Opens the database and serves.
 *
 * @throws what the database throws, and what is thrown for a port that cannot be had; then nothing stays open.
 */
export async function startCatalog(settings: CatalogSettings): Promise<RunningCatalog> {
  const { place, signingKey, keys, log, host, port, now = () => new Date() } = settings
  const store = await openStore({ place, signer: { key: signingKey, every: linksPerCheckpoint } })
  const judge = createJudgePool(settings.judge)
  let isStopping = false
  const context: ServiceContext = {
    store,
    judge,
    tickets: createTickets({ keys }),
    publicKey: createPublicKey(signingKey),
    now,
    random: randomBytes,
    onDefect: (defect, about) => log({ event: 'defect', ...about, ...defect }),
  }
  const server = catalogServer({
    context,
    isStopping: () => isStopping,
    onError: (error, { operation, traceId }) => log({ event: 'error', operation, traceId, error: stackOf(error) }),
  })
  let listening: Listening
  try {
    listening = await listen(server, { host, port, requestTimeout: mostMilliseconds })
  } catch (error) {
    await judge.close()
    await store.close()
    throw error
  }
  return {
    url: listening.url,
    context,
    async close() {
      isStopping = true
      await listening.close()
      await judge.close()
      await store.close()
    },
  }
}

/** As `verifyChain` expects it by default. */
const linksPerCheckpoint = 100

/** For a large contract over a slow line. */
const mostMilliseconds = 300_000

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
