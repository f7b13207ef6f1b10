import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken, type Permission } from '../../src/catalog/access/index.js'
import { type CatalogClient, createCatalogClient } from '../../src/catalog/http/generated/client.js'
import {
  type CatalogEvent,
  type CatalogSettings,
  type RunningCatalog,
  startCatalog,
} from '../../src/catalog/http/index.js'

export interface TestToken {
  /** Default: `acme`. */
  readonly organisation?: string
  /** Default: `admin`, which includes all. */
  readonly permissions?: readonly Permission[]
  /** Default: all. */
  readonly namespaces?: readonly string[]
  readonly days?: number
}

export interface TestCatalog {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly running: RunningCatalog
  /** What the server has logged. */
  readonly events: readonly CatalogEvent[]
  /** Makes a token, and its organisation when there is none. */
  token(asked?: TestToken): Promise<string>
  /** A client with this token. */
  as(token: string, organisation?: string): CatalogClient
  /** A client with a token of its own. */
  client(asked?: TestToken): Promise<CatalogClient>
  close(): Promise<void>
}

/** A catalog in this process, on a port that is free, over a file of SQLite of its own unless told otherwise. */
export async function testCatalog(settings: Partial<CatalogSettings> = {}): Promise<TestCatalog> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
  const events: CatalogEvent[] = []
  const running = await startCatalog({
    place: join(folder, 'catalog.db'),
    signingKey: generateKeyPairSync('ed25519').privateKey,
    judge: { script: 'none' },
    log: (event) => void events.push(event),
    ...settings,
  })
  const { url, context } = running

  async function token({
    organisation = 'acme',
    permissions = ['admin'],
    namespaces = ['*'],
    days = 90,
  }: TestToken = {}) {
    const change = { actor: 'operator', at: context.now().toISOString() }
    await context.store.createOrganisation(organisation, change)
    const made = createToken(
      organisation,
      { name: 'test', permissions, namespaces, days },
      context.now(),
      context.random,
    )
    await context.store.of(organisation).change(change, async (writes) => {
      await writes.addToken(made.record)
      await writes.tell({ action: 'token-created', subject: `token ${made.record.id}` })
    })
    return made.text
  }

  function as(auth: string, organisation = 'acme'): CatalogClient {
    return createCatalogClient({ baseUrl: url, auth, tenant: organisation })
  }

  return {
    url,
    running,
    events,
    token,
    as,
    client: async (asked) => as(await token(asked), asked?.organisation),
    async close() {
      await running.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
