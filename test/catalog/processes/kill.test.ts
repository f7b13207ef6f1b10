/**
 * The server is killed (-9) while clients publish, and started again: nothing acknowledged is lost, nothing is there by
 * halves, the audit verifies and tells of exactly what is there, and what was not acknowledged can be published again. A few
 * times in `npm run test:processes`, a hundred times on each database in `npm run test:kill`, which prints the figures.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCatalogClient } from '../../../src/catalog/http/generated/client.js'
import { serverAddress } from '../../support/servers.js'
import { catalogProcess } from '../process.js'
import { postgresPlace, sqlitePlace, type TestPlace } from '../support/places.js'
import { type Acknowledged, expectWhole, tryPublish } from '../support/published.js'

const times = Number(process.env['TENANTKIT_KILLS'] ?? 3)
const postgres = await serverAddress('postgres')
const clientCount = 4

describe('T88 kill -9 of the catalog, SQLite', () => cases(sqlitePlace))
describe.skipIf(postgres === undefined)('T88 kill -9 of the catalog, PostgreSQL', () =>
  cases(() => postgresPlace(postgres ?? '')),
)

function cases(place: () => Promise<TestPlace>): void {
  it(`keeps what it has acknowledged, ${times} times`, { timeout: 3_000_000 }, async () => {
    const at = await place()
    const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
    const isPostgres = at.place.startsWith('postgres')
    const args = [isPostgres ? '--database-url' : '--database', at.place, '--key', 'k.pem', '--rate', '1000000']
    let server = await catalogProcess(folder, [...args, '--init'])
    const auth = server.printed().trim()
    const acknowledged: Acknowledged = new Map()
    let broken = 0
    for (let kill = 0; kill < times; kill++) {
      const client = createCatalogClient({ baseUrl: server.url, auth, tenant: 'main' })
      const open = await publishUntilKilled(kill, client, () => server.stop('SIGKILL'))
      broken += open.length
      server = await catalogProcess(folder, args)
      const again = createCatalogClient({ baseUrl: server.url, auth, tenant: 'main' })
      // Whoever heard nothing asks again: it is there already, or it is published now.
      for (const { version, by } of open) {
        const status = await tryPublish(again, version, by, acknowledged)
        expect([200, 201]).toContain(status)
      }
    }
    await expectWhole(createCatalogClient({ baseUrl: server.url, auth, tenant: 'main' }), acknowledged)
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    console.log(
      `${isPostgres ? 'PostgreSQL' : 'SQLite'}: ${times} servers killed, ${acknowledged.size} versions acknowledged and there, ${broken} publications broken off`,
    )
    expect(acknowledged.size).toBeGreaterThanOrEqual(times)
    rmSync(folder, { recursive: true, force: true })
    await at.remove()

    /** Publishes with several callers; the server dies when some of them have heard that it is done, and others wait. */
    async function publishUntilKilled(
      kill: number,
      client: ReturnType<typeof createCatalogClient>,
      stop: () => Promise<unknown>,
    ): Promise<readonly { readonly version: Parameters<typeof tryPublish>[1]; readonly by: string }[]> {
      const open: { version: Parameters<typeof tryPublish>[1]; by: string }[] = []
      let dying: Promise<unknown> | undefined
      let heard = 0
      await Promise.all(
        Array.from({ length: clientCount }, async (_, number) => {
          for (let minor = 0; dying === undefined; minor++) {
            const version = { namespace: 'shop', name: `c${number}`, version: `1.${kill}.${minor}` }
            const by = `caller ${number}`
            const status = await tryPublish(client, version, by, acknowledged)
            if (status === undefined) open.push({ version, by })
            else expect(status).toBe(201)
            if (status !== undefined && ++heard > kill % 5) dying ??= stop()
          }
        }),
      )
      await dying
      return open
    }
  })
}
