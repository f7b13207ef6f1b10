/**
 * Several processes serve one database and publish at once, to contracts of their own and to one that all of them want:
 * no version is lost, doubled or torn, and of two who want the same version one has it.
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

const postgres = await serverAddress('postgres')

describe('several processes on SQLite', () => cases(sqlitePlace))
describe.skipIf(postgres === undefined)('several processes on PostgreSQL', () =>
  cases(() => postgresPlace(postgres ?? '')),
)

function cases(place: () => Promise<TestPlace>): void {
  it.each([2, 4])('%i of them publish at once', { timeout: 300_000 }, async (count) => {
    const at = await place()
    const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
    const args = [at.place.startsWith('postgres') ? '--database-url' : '--database', at.place, '--key', 'k.pem']
    const first = await catalogProcess(folder, [...args, '--init'])
    const others = await Promise.all(Array.from({ length: count - 1 }, () => catalogProcess(folder, args)))
    const all = [first, ...others]
    const auth = first.printed().trim()
    const clients = all.map(({ url }) => createCatalogClient({ baseUrl: url, auth, tenant: 'main' }))

    const acknowledged: Acknowledged = new Map()
    const statuses = await Promise.all(
      clients.map(async (client, number) => {
        const found: (number | undefined)[] = []
        for (let minor = 0; minor < 6; minor++) {
          const own = { namespace: 'shop', name: `own-${number}`, version: `1.${minor}.0` }
          const wanted = { namespace: 'shop', name: 'wanted', version: `1.${minor}.0` }
          expect(await tryPublish(client, own, `process ${number}`, acknowledged)).toBe(201)
          found.push(await tryPublish(client, wanted, `process ${number}`, acknowledged))
        }
        return found
      }),
    )
    // Each version that all of them want has one of them, and the others hear of it.
    for (let minor = 0; minor < 6; minor++) {
      const heard = statuses.map((of) => of[minor]).toSorted()
      expect(heard).toEqual([201, ...Array.from({ length: count - 1 }, () => 409)])
    }
    for (const client of clients) await expectWhole(client, acknowledged)
    expect(acknowledged.size).toBe(6 * (count + 1))
    for (const each of all) expect(await each.stop()).toEqual({ code: 0, signal: null })
    expect(all.flatMap(({ events }) => events.filter(({ event }) => event === 'error' || event === 'defect'))).toEqual(
      [],
    )
    rmSync(folder, { recursive: true, force: true })
    await at.remove()
  })
}
