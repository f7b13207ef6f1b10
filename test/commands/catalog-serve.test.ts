import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { createCatalogClient } from '../../src/catalog/http/generated/client.js'
import { catalogProcess } from '../catalog/process.js'
import { shop } from '../catalog/support/shop.js'
import { tenantkit } from '../support/cli.js'
import { tempFolder } from '../support/temp-folder.js'

const clientOf = (baseUrl: string, auth: string) => createCatalogClient({ baseUrl, auth, tenant: 'main' })
const path = { namespace: 'shop', name: 'orders', version: '1.0.0' }
const body = { documents: [{ path: 'openapi.yaml', text: shop() }] }

describe('tenantkit catalog serve', () => {
  it('begins with a token, keeps what is published, and ends when it is told to', async () => {
    const folder = tempFolder()
    const first = await catalogProcess(folder, ['--init'])
    const token = first.printed().trim()
    expect(first.printed()).toMatch(/^tk_main_[0-9a-z]{12}_[\w-]{43}_[0-9a-f]{8}\n$/)
    expect(await clientOf(first.url, token).publishVersion({ path, body })).toMatchObject({ status: 201 })
    expect(await first.stop()).toEqual({ code: 0, signal: null })
    expect(first.events.map(({ event }) => event)).toEqual(['listening', 'stopping', 'stopped'])
    expect(JSON.stringify(first.events)).not.toContain(token)

    const second = await catalogProcess(folder, ['--init'])
    expect(await clientOf(second.url, token).getVersion({ path })).toMatchObject({ status: 200 })
    await second.stop('SIGINT')
    expect(second.printed()).toBe('')
  })

  it.skipIf(process.platform === 'win32')('keeps its files to itself', async () => {
    const folder = tempFolder()
    const catalog = await catalogProcess(folder, ['--database', 'a.db'])
    for (const file of ['a.db', 'a.db.key', 'a.db-wal'])
      expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
    await catalog.stop()
    expect(readFileSync(join(folder, 'a.db.key'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  })

  it('lets everybody read one organisation, where it is told to', async () => {
    const folder = tempFolder()
    const catalog = await catalogProcess(folder, ['--init', '--public-read'])
    const { url } = catalog
    await clientOf(url, catalog.printed().trim()).publishVersion({ path, body })
    expect((await fetch(`${url}/v1/contracts`)).status).toBe(200)
    expect((await fetch(`${url}/v1/tokens`)).status).toBe(403)
    expect((await fetch(`${url}/v1/audit`)).status).toBe(403)
    // Credentials that do not hold are not taken for none.
    expect((await fetch(`${url}/v1/contracts`, { headers: { authorization: 'Bearer x' } })).status).toBe(401)
    const put = await fetch(`${url}/v1/namespaces/shop`, { method: 'PUT', body: '{}' })
    expect(put.status).toBe(401)
    await catalog.stop()
  })

  it('serves pages for people, loaded where they are wanted', async () => {
    const there = await catalogProcess(tempFolder(), ['--behind-tls'])
    const first = await fetch(`${there.url}/`, { redirect: 'manual' })
    expect([first.status, first.headers.get('location')]).toEqual([303, '/sign-in'])
    const form = await fetch(`${there.url}/sign-in`)
    expect(await form.text()).toContain('<h1>Sign in</h1>')
    expect(form.headers.get('set-cookie')).toMatch(/^__Host-tenantkit-entry=.*; Secure/)
    expect((await fetch(`${there.url}/healthz`)).headers.get('content-type')).toBe('application/json')
    expect((await fetch(`${there.url}/v1/nothing`)).headers.get('content-type')).toBe('application/problem+json')
    await there.stop()
    const none = await catalogProcess(tempFolder(), ['--no-pages'])
    expect((await fetch(`${none.url}/sign-in`)).status).toBe(404)
    await none.stop()
  })

  it('shows its numbers on a port of their own', async () => {
    const catalog = await catalogProcess(tempFolder(), ['--metrics-port', '0'])
    await fetch(`${catalog.url}/v1/contracts`)
    expect((await fetch(`${catalog.url}/metrics`)).status).toBe(404)
    const text = await (await fetch(catalog.metricsUrl ?? '')).text()
    expect(text).toContain(
      'http_server_request_duration_seconds_count{method="GET",route="/v1/contracts",status="401"} 1',
    )
    expect(text).toContain('tenantkit_server_refusals_total{operation="listContracts",code="TK7204"} 1')
    expect(text).toContain('process_resident_memory_bytes')
    await catalog.stop()
  })

  const refused = (folder: string, ...args: readonly string[]) => tenantkit(['catalog', 'serve', ...args], folder)

  it('refuses a database that is newer', async () => {
    const folder = tempFolder()
    await (await catalogProcess(folder)).stop()
    const database = new Database(join(folder, 'catalog.db'))
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')")
    database.close()
    expect(refused(folder, '--port', '0')).toMatchObject({ status: 2, stderr: expect.stringContaining('error TK5202') })
  })

  it('refuses what is no database, and says nothing of passwords', () => {
    const folder = tempFolder({ 'a.db': 'not a database at all, but some text of some length' })
    expect(refused(folder, '--database', 'a.db').stderr).toContain('error TK5201')
    const { status, stderr } = refused(folder, '--database-url', 'postgres://alice:hunter2@127.0.0.1:1/x')
    expect([status, stderr]).toEqual([2, expect.stringContaining('ECONNREFUSED')])
    expect(stderr).not.toMatch(/hunter2|alice/)
  })

  it.skipIf(process.platform === 'win32')('refuses a key that others may use, and what is none', () => {
    const folder = tempFolder()
    const file = join(folder, 'k.pem')
    writeFileSync(file, 'nothing', { mode: 0o600 })
    expect(refused(folder, '--key', 'k.pem').stderr).toContain('it holds no private key')
    chmodSync(file, 0o640)
    const { status, stderr } = refused(folder, '--key', 'k.pem')
    expect([status, stderr]).toEqual([2, expect.stringContaining('error TK5204')])
  })

  it('refuses an address that is taken, and a name that is none', async () => {
    const taken = createServer()
    const port = await new Promise<number>((done) => {
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port))
    })
    const { status, stderr } = refused(tempFolder(), '--port', String(port))
    taken.close()
    expect([status, stderr]).toEqual([2, expect.stringContaining('error TK5205')])
    expect(refused(tempFolder(), '--organisation', 'Acme').stderr).toContain('error TK5206')
  })
})
