/**
 * Servers deliver events beside each other: each event once when nothing goes wrong, and once more when a server is killed
 * (-9) that had taken one and is never heard of again.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CatalogClient, createCatalogClient } from '../../../src/catalog/http/generated/client.js'
import { openStore } from '../../../src/catalog/store/index.js'
import { cert, key } from '../../support/certificate.js'
import { serverAddress } from '../../support/servers.js'
import { catalogProcess } from '../process.js'
import { postgresPlace, sqlitePlace, type TestPlace } from '../support/places.js'
import { type Acknowledged, tryPublish } from '../support/published.js'
import { receiver } from '../support/receiver.js'

const postgres = await serverAddress('postgres')

describe('servers that deliver, on SQLite', () => cases(sqlitePlace))
describe.skipIf(postgres === undefined)('servers that deliver, on PostgreSQL', () =>
  cases(() => postgresPlace(postgres ?? '')),
)

it('posts over TLS, to those alone whose certificate is trusted', { timeout: 60_000 }, async () => {
  const at = await sqlitePlace()
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
  const authority = join(folder, 'ca.pem')
  writeFileSync(authority, cert)
  const paths: (string | undefined)[] = []
  let arrived: () => void = () => undefined
  const hook = createServer({ key, cert }, (request, response) => {
    paths.push(request.url)
    response.writeHead(204).end(() => arrived())
  })
  hook.listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const url = `https://localhost:${(hook.address() as AddressInfo).port}`
  const args = ['--database', at.place, '--key', 'k.pem', '--allow-insecure-webhooks']
  const wary = await catalogProcess(folder, [...args, '--init'])
  const auth = wary.printed().trim()
  const client = createCatalogClient({ baseUrl: wary.url, auth, tenant: 'main' })
  await addWebhook(client, `${url}/first`)
  // The server that it is made by does not trust it, and says so when it has ended.
  const failed = once(hook, 'tlsClientError')
  await publishAll([client], 1)
  await failed
  await wary.stop()
  expect(paths).toEqual([])
  const trusting = await catalogProcess(folder, args, { NODE_EXTRA_CA_CERTS: authority })
  const again = createCatalogClient({ baseUrl: trusting.url, auth, tenant: 'main' })
  const items = await again.listWebhooks()
  const webhookId = items.status === 200 ? (items.body.items[0]?.id ?? '') : ''
  const reads = async () => {
    const page = await again.listDeliveries({ path: { webhookId } })
    return page.status === 200 ? page.body.items.map(({ state, lastProblem }) => [state, lastProblem]) : []
  }
  expect(await reads()).toEqual([['waiting', 'tls']])
  const arriving = new Promise<void>((resolve) => {
    arrived = resolve
  })
  await addWebhook(again, `${url}/second`)
  const acknowledged: Acknowledged = new Map()
  await tryPublish(again, { namespace: 'shop', name: 'other', version: '1.0.0' }, 'ann', acknowledged)
  await arriving
  expect(await trusting.stop()).toEqual({ code: 0, signal: null })
  expect(paths).toContain('/second')
  hook.close()
  hook.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
  await at.remove()
})

function cases(place: () => Promise<TestPlace>): void {
  it('tell each event once, two of them at a time', { timeout: 120_000 }, async () => {
    const hook = await receiver()
    const { servers, clients, end } = await start(place)
    await addWebhook(clients[0], hook.url)
    await publishAll(clients, 10)
    await hook.count(20)
    // Those who stop say what came of what they have under way.
    for (const server of servers) expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(subjects(hook.events())).toEqual(expected(10))
    expect(new Set(hook.events().map(({ id }) => id)).size).toBe(20)
    for (const contract of ['c0', 'c1']) {
      const versions = hook.events().filter(({ partitionkey }) => partitionkey === `shop/${contract}`)
      expect(versions.map(({ subject }) => subject.split('@1.')[1])).toEqual(
        Array.from({ length: 10 }, (_, minor) => `${minor}.0`),
      )
    }
    await end()
  })

  it('T109 lose nothing when one of them is killed', { timeout: 120_000 }, async () => {
    const held: ServerResponse[] = []
    let isHeld = true
    const hook = await receiver((_, response) => {
      if (isHeld) held.push(response)
      else response.writeHead(204).end()
    })
    const { servers, clients, restart, execute, end } = await start(place)
    const [dying, other] = servers
    await addWebhook(clients[0], hook.url)
    await other?.stop()
    await publishAll([clients[0]], 5)
    // It is waiting for an answer, and the rest stands behind.
    await hook.count(1)
    expect(await dying?.stop('SIGKILL')).toMatchObject({ signal: 'SIGKILL' })
    isHeld = false
    const before = hook.received.length
    // Nobody takes from it what it may still be at, until its time is over: now.
    await execute(`update delivery set lease_until = changed_at where lease_until is not null`)
    const last = await restart()
    await hook.count(before + 5)
    expect(await last.stop()).toEqual({ code: 0, signal: null })
    expect(subjects(hook.events().slice(before))).toEqual(expected(5, 1))
    expect(new Set(hook.events().map(({ id }) => id)).size).toBe(5)
    await end()
  })
}

const subjects = (events: readonly { readonly subject: string }[]) => events.map(({ subject }) => subject).toSorted()
const expected = (versions: number, contracts = 2) =>
  Array.from({ length: contracts }, (_, contract) =>
    Array.from({ length: versions }, (__, minor) => `shop/c${contract}@1.${minor}.0`),
  )
    .flat()
    .toSorted()

/** Two servers over one database, and a client of each. */
async function start(place: () => Promise<TestPlace>) {
  const at = await place()
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
  const isPostgres = at.place.startsWith('postgres')
  const args = [isPostgres ? '--database-url' : '--database', at.place, '--key', 'k.pem', '--allow-insecure-webhooks']
  const first = await catalogProcess(folder, [...args, '--init'])
  const servers = [first, await catalogProcess(folder, args)]
  const auth = first.printed().trim()
  const clients = servers.map(({ url }) => createCatalogClient({ baseUrl: url, auth, tenant: 'main' }))
  return {
    servers,
    clients,
    restart: () => catalogProcess(folder, args),
    async execute(statement: string) {
      const store = await openStore({ place: at.place })
      await store.execute(statement)
      await store.close()
    },
    async end() {
      rmSync(folder, { recursive: true, force: true })
      await at.remove()
    },
  }
}

async function addWebhook(client: CatalogClient | undefined, url: string): Promise<void> {
  expect((await client?.createWebhook({ body: { url, events: ['version.published'] } }))?.status).toBe(201)
}

/** Each client publishes versions of a contract of its own. */
async function publishAll(clients: readonly (CatalogClient | undefined)[], count: number): Promise<void> {
  const acknowledged: Acknowledged = new Map()
  await Promise.all(
    clients.map(async (client, number) => {
      for (let minor = 0; minor < count; minor++) {
        const version = { namespace: 'shop', name: `c${number}`, version: `1.${minor}.0` }
        expect(client && (await tryPublish(client, version, `caller ${number}`, acknowledged))).toBe(201)
      }
    }),
  )
}
