import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { exportCatalog, importCatalog } from '../../../src/catalog/archive/index.js'
import { type CatalogStore, openStore } from '../../../src/catalog/store/index.js'
import { serverAddress } from '../../support/servers.js'
import { tempFolder } from '../../support/temp-folder.js'
import { testCatalog } from '../server.js'
import { postgresPlace, sqlitePlace, type TestPlace } from '../support/places.js'
import { order, shop } from '../support/shop.js'

const postgres = await serverAddress('postgres')
const { privateKey } = generateKeyPairSync('ed25519')

async function open({ place, remove }: TestPlace): Promise<CatalogStore> {
  const store = await openStore({ place, signer: { key: privateKey, every: 100 } })
  onTestFinished(async () => {
    await store.close()
    await remove()
  })
  return store
}

/** A catalog with something of everything, in two organisations. */
async function fill(place: string): Promise<void> {
  const catalog = await testCatalog({ place, signingKey: privateKey })
  for (const organisation of ['acme', 'beta']) {
    const client = await catalog.client({ organisation })
    await catalog.running.context.store
      .of(organisation)
      .change({ actor: 'operator', at: '2026-11-27T10:00:00.000Z' }, (writes) =>
        writes.addWebhook({ id: 'w', url: 'https://example.com/', events: undefined, namespaces: ['*'], secret: 's' }),
      )
    await client.configureNamespace({ path: { namespace: 'shop' }, body: { onBreaking: 'review' } })
    const publish = (version: string, text: string) =>
      client.publishVersion({
        path: { namespace: 'shop', name: 'orders', version },
        body: {
          documents: [{ path: 'a.yaml', text: `${text}# Grüße 👋\r\n` }],
          overlays: [
            {
              path: 'o.yaml',
              text: 'overlay: 1.0.0\ninfo: { title: O, version: 1.0.0 }\nactions: [{ target: $.info, update: { description: D } }]\n',
            },
          ],
          provenance: { commit: 'abcdef0' },
        },
      })
    await publish('1.0.0', shop())
    expect(
      await publish('2.0.0', shop({ version: '2.0.0', order: order.replace('{ type: string }', '{ type: integer }') })),
    ).toMatchObject({ status: 202 })
    const orders = { namespace: 'shop', name: 'orders' }
    await client.recordRelease({ path: { ...orders, version: '1.0.0' } })
    await client.recordDeployment({
      path: { environment: 'prod', kind: 'contract', ...orders },
      body: { version: '1.0.0' },
    })
    await client.publishUsage({
      path: { namespace: 'web', name: 'front', version: '1' },
      body: { uses: [{ ...orders, version: '1.0.0', operations: [{ operation: 'getOrder', fields: ['id'] }] }] },
    })
    await client.getCheckpoint()
  }
  await catalog.close()
}

const places: readonly (readonly [string, () => Promise<TestPlace>])[] = [
  ['SQLite', sqlitePlace],
  ...(postgres === undefined ? [] : [['PostgreSQL', () => postgresPlace(postgres)] as const]),
]
const ways = places.flatMap(([from, one]) => places.map(([to, other]) => [from, to, one, other] as const))

describe('an archive', () => {
  it.each(ways)('brings all of a catalog from %s to %s', async (_from, _to, one, other) => {
    const source = await one()
    await fill(source.place)
    const from = await open(source)
    const to = await open(await other())
    const folder = tempFolder()
    const [first, second] = [join(folder, 'a.tar'), join(folder, 'b.tar')]
    await exportCatalog(from, first)
    await importCatalog(to, first)
    await exportCatalog(to, second)
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
    if (process.platform !== 'win32') expect(statSync(first).mode & 0o777).toBe(0o600)
    const acme = to.of('acme')
    expect(await acme.search({ text: 'email', limit: 5 })).toHaveLength(1)
    expect((await acme.contract({ namespace: 'shop', name: 'orders' }))?.versions).toBe(2)
    // What nobody has taken yet is still to be delivered, under the same ids.
    const waiting = await from.of('acme').deliveries({ webhook: 'w', limit: 50 })
    expect(waiting.length).toBeGreaterThan(4)
    expect(await acme.deliveries({ webhook: 'w', limit: 50 })).toEqual(waiting)
    // The chain goes on where it was.
    const { sequence } = await from.of('acme').auditEnd()
    await acme.change({ actor: 'x', at: '2030-01-01T00:00:00.000Z' }, (writes) =>
      writes.tell({ action: 'release-recorded', subject: 'x' }),
    )
    expect((await acme.auditEnd()).sequence).toBe(sequence + 1)
  })
})

describe('an import', () => {
  let archive: Buffer
  beforeAll(async () => {
    const place = await sqlitePlace()
    await fill(place.place)
    const store = await openStore({ place: place.place })
    await exportCatalog(store, `${place.place}.tar`)
    archive = readFileSync(`${place.place}.tar`)
    await store.close()
    await place.remove()
  })

  const importing = async (bytes: Buffer) => {
    const store = await open(await sqlitePlace())
    const file = join(tempFolder(), 'a.tar')
    writeFileSync(file, bytes)
    try {
      await importCatalog(store, file)
      return 'imported'
    } catch (error) {
      expect(await store.organisations()).toEqual([])
      return (error as Error).message
    }
  }
  /** Another text of the same length, wherever it stands. */
  const changed = (before: string, after: string) => {
    expect(archive.includes(before)).toBe(true)
    return Buffer.from(archive.toString('latin1').replaceAll(before, after), 'latin1')
  }

  it('takes what was exported, once', async () => {
    expect(await importing(archive)).toBe('imported')
    const place = await sqlitePlace()
    await fill(place.place)
    const store = await open(place)
    const file = join(tempFolder(), 'a.tar')
    writeFileSync(file, archive)
    await expect(importCatalog(store, file)).rejects.toThrow('the database is not empty')
  })

  it.each([
    ['a document that was changed', () => changed('summary: Lists orders.', 'summary: Lists odders.'), /digest/],
    ['a row that was changed', () => changed('"state":"published"', '"state":"rejected" '), /digests are not/],
    ['an archive that was cut off', () => archive.subarray(0, archive.length / 2), /whole tar|end is missing/],
    [
      'an archive without its digests',
      () => Buffer.concat([archive.subarray(0, archive.indexOf('SHA256SUMS')), Buffer.alloc(1024)]),
      /end is missing/,
    ],
    ['another table', () => changed('-release.ndjson', '-relaese.ndjson'), /does not know/],
    ['a newer format', () => changed('"version":1}', '"version":2}'), /newer/],
    ['what is no archive', () => Buffer.from('x'.repeat(2000)), /whole tar|no archive/],
    ['nothing', () => Buffer.alloc(0), /end is missing/],
  ])('refuses %s, and keeps nothing', async (_name, bytes, expected) => {
    expect(await importing(bytes())).toMatch(expected)
  })

  it('refuses a dump whose digests were written anew around what was changed', async () => {
    const store = await open(await sqlitePlace())
    const source = await sqlitePlace()
    await fill(source.place)
    const from = await open(source)
    async function* forged() {
      for await (const part of await partsOf(from)) {
        if (part.kind === 'rows' && part.table === 'audit') {
          yield {
            ...part,
            rows: part.rows.map((row) => ({ ...row, line: String(row['line']).replace('1.0.0', '1.0.9') })),
          }
        } else yield part
      }
    }
    const check = async (reads: Parameters<Parameters<CatalogStore['restore']>[1]>[0]) => {
      const { checkOrganisation } = await import('../../../src/catalog/archive/check-organisation.js')
      await checkOrganisation(reads('acme'))
    }
    await expect(store.restore(forged(), check)).rejects.toThrow('its audit is broken')
    expect(await store.organisations()).toEqual([])
  })
})

async function partsOf(store: CatalogStore) {
  return store.dump(async (parts) => {
    const all = []
    for await (const part of parts) all.push(part)
    return (async function* () {
      yield* all
    })()
  })
}
