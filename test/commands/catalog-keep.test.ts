import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCatalogClient } from '../../src/catalog/http/generated/client.js'
import { catalogProcess } from '../catalog/process.js'
import { postgresPlace } from '../catalog/support/places.js'
import { shop } from '../catalog/support/shop.js'
import { tenantkit } from '../support/cli.js'
import { serverAddress } from '../support/servers.js'
import { tempFolder } from '../support/temp-folder.js'

const postgres = await serverAddress('postgres')
const path = { namespace: 'shop', name: 'orders', version: '1.0.0' }
const body = { documents: [{ path: 'openapi.yaml', text: shop() }] }
const clientOf = (baseUrl: string, auth: string) => createCatalogClient({ baseUrl, auth, tenant: 'main' })
const fine = { status: 0, stdout: '', stderr: '' }

/** A catalog that is served and has one version. */
async function served(folder: string) {
  const catalog = await catalogProcess(folder, ['--init'])
  const token = catalog.printed().trim()
  expect((await clientOf(catalog.url, token).publishVersion({ path, body })).status).toBe(201)
  return { catalog, token }
}

describe('tenantkit catalog backup, export and import', () => {
  it('keep what is served meanwhile', async () => {
    const folder = tempFolder()
    const { catalog, token } = await served(folder)
    expect(tenantkit(['catalog', 'backup', 'copy.db'], folder)).toEqual(fine)
    expect(tenantkit(['catalog', 'export', 'all.tar'], folder)).toEqual(fine)
    await catalog.stop()
    expect(tenantkit(['catalog', 'import', 'all.tar', '--database', 'other.db'], folder)).toEqual(fine)
    if (process.platform !== 'win32') {
      for (const file of ['all.tar', 'copy.db', 'other.db'])
        expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    for (const database of ['copy.db', 'other.db']) {
      const again = await catalogProcess(folder, ['--database', database, '--key', 'catalog.db.key'])
      expect(await clientOf(again.url, token).getDocuments({ path })).toMatchObject({ status: 200, body })
      await again.stop()
    }
  })

  it.skipIf(postgres === undefined)('move to PostgreSQL', async () => {
    const folder = tempFolder()
    const { catalog, token } = await served(folder)
    await catalog.stop()
    const { place, remove } = await postgresPlace(postgres ?? '')
    onTestFinished(remove)
    expect(tenantkit(['catalog', 'export', 'all.tar'], folder)).toEqual(fine)
    expect(tenantkit(['catalog', 'import', 'all.tar', '--database-url', place], folder)).toEqual(fine)
    const moved = await catalogProcess(folder, ['--database-url', place, '--key', 'catalog.db.key'])
    expect(await clientOf(moved.url, token).getDocuments({ path })).toMatchObject({ status: 200, body })
    await moved.stop()
    expect(tenantkit(['catalog', 'backup', 'x', '--database-url', place], folder).stderr).toContain('error TK5209')
  })

  it('write pages that need no server, of one organisation', async () => {
    const folder = tempFolder()
    const { catalog } = await served(folder)
    expect(tenantkit(['catalog', 'export', '--static', 'public'], folder)).toEqual(fine)
    await catalog.stop()
    const page = readFileSync(join(folder, 'public/contracts/shop/orders/v/1.0.0/index.html'), 'utf8')
    expect(page).toContain('<!doctype html>')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    const refused = (...args: readonly string[]) => tenantkit(['catalog', 'export', ...args], folder)
    expect(refused('--static', 'public')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('TK5208') as unknown,
    })
    const nobody = refused('--static', 'other', '--organisation', 'nobody')
    expect(nobody).toMatchObject({ status: 2, stderr: expect.stringContaining('TK5211') as unknown })
    expect(existsSync(join(folder, 'other'))).toBe(false)
    for (const args of [[], ['all.tar', '--static', 'other']])
      expect(refused(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('TK6005') as unknown })
  })

  it('overwrite nothing, make nothing up, and leave nothing by halves', async () => {
    const folder = tempFolder({ 'there.tar': 'mine' })
    const refused = (...args: readonly string[]) => {
      const { status, stderr } = tenantkit(['catalog', ...args], folder)
      expect(status).toBe(2)
      return stderr
    }
    expect(refused('export', 'a.tar')).toContain('error TK5210')
    expect(existsSync(join(folder, 'catalog.db'))).toBe(false)
    await (await catalogProcess(folder)).stop()
    expect(refused('export', 'there.tar')).toContain('error TK5208')
    expect(refused('backup', 'there.tar')).toContain('error TK5208')
    expect(refused('backup', 'no/folder/copy.db')).toContain('error TK5208')
    expect(refused('import', 'there.tar')).toContain('error TK5207')
    expect(refused('import', 'gone.tar')).toContain('ENOENT')
    writeFileSync(join(folder, 'x.db'), 'no database, but some text of some length that is long enough for one')
    expect(refused('export', 'a.tar', '--database', 'x.db')).toContain('error TK5201')
  })
})
