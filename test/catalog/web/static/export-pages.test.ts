import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportStore } from '../../../../src/catalog/web/index.js'
import { tempFolder } from '../../../support/temp-folder.js'
import { fillMarket } from '../market.js'
import { type PagesCatalog, pagesCatalog } from '../support.js'
import { isVendored } from '../vendored.js'

describe('pages in a folder', { timeout: 120_000 }, () => {
  let catalog: PagesCatalog
  let parent: string
  let folder: string
  let files: readonly string[]
  beforeAll(async () => {
    catalog = await pagesCatalog()
    await fillMarket(catalog)
    parent = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
    folder = join(parent, 'pages')
    const context = { ...catalog.running.context, onDefect: () => undefined }
    const exported = await exportStore({ ...context, toolVersion: '0.0.0', organisation: 'acme', directory: folder })
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => posix.relative(folder, join(parentPath, name)))
      .sort()
    expect(exported).toEqual({ files: files.length, missing: [] })
  }, 120_000)
  afterAll(async () => {
    await catalog.close()
    rmSync(parent, { recursive: true, force: true })
  })

  const read = (file: string) => readFileSync(join(folder, file), 'utf8')

  it('are those of contracts, versions, and what changed between them', () => {
    expect(files.filter((file) => file.includes('shop'))).toEqual([
      'changes/shop/orders/1.0.0/1.1.0/index.html',
      'contracts/shop/orders/index.html',
      'contracts/shop/orders/v/1.0.0/documents/contract.txt',
      'contracts/shop/orders/v/1.0.0/fields/index.html',
      'contracts/shop/orders/v/1.0.0/index.html',
      'contracts/shop/orders/v/1.0.0/operation/get~4frder/index.html',
      'contracts/shop/orders/v/1.0.0/operation/list~4frders/index.html',
      ...(isVendored ? ['contracts/shop/orders/v/1.0.0/reference/contract.json'] : []),
      'contracts/shop/orders/v/1.0.0/reference/index.html',
      'contracts/shop/orders/v/1.0.0/schema/~4frder/index.html',
      'contracts/shop/orders/v/1.0.0/schema/~50age/index.html',
      'contracts/shop/orders/v/1.1.0/documents/contract.txt',
      'contracts/shop/orders/v/1.1.0/fields/index.html',
      'contracts/shop/orders/v/1.1.0/index.html',
      'contracts/shop/orders/v/1.1.0/operation/get~4frder/index.html',
      'contracts/shop/orders/v/1.1.0/operation/list~4frders/index.html',
      ...(isVendored ? ['contracts/shop/orders/v/1.1.0/reference/contract.json'] : []),
      'contracts/shop/orders/v/1.1.0/reference/index.html',
      'contracts/shop/orders/v/1.1.0/schema/~4frder/index.html',
      'contracts/shop/orders/v/1.1.0/schema/~50age/index.html',
    ])
    expect(read('contracts/shop/orders/v/1.0.0/fields/index.html')).toContain('Order.email')
  })

  it('lead to nothing that is not there, load nothing from elsewhere, and send nothing', () => {
    for (const file of files.filter((each) => each.endsWith('.html') && !each.startsWith('assets/'))) {
      const html = read(file)
      for (const [, , link = ''] of html.matchAll(/ (href|src|data-search|data-reference|data-frame)="([^"]*)"/g)) {
        if (link.startsWith('#') || link === 'data:,' || link.startsWith('https://forge.example/')) continue
        const target = posix.join(posix.dirname(file), link.replace(/#.*$/, ''))
        expect([file, link, files.includes(target)]).toEqual([file, link, true])
      }
      expect([file, /<form|<script>|<style|style="/.test(html)]).toEqual([file, false])
      expect(html).toContain('http-equiv="content-security-policy"')
      expect(statSync(join(folder, file)).size).toBeLessThan(100_000)
    }
  })

  it('say nothing of what waits for a review', () => {
    for (const file of files.filter((each) => each.includes('market/orders'))) {
      expect(file).not.toContain('2.1.0')
      expect(read(file)).not.toContain('2.1.0')
    }
  })

  it('have what the search looks through', () => {
    const index = files.find((file) => /^assets\/search-.*\.json$/.test(file)) ?? ''
    expect(JSON.parse(read(index))).toContainEqual([
      'contracts/shop/orders/index.html',
      'shop/orders',
      'Orders',
      ' tenant confidential',
    ])
    expect(JSON.parse(read(index))).toContainEqual([
      'contracts/shop/orders/v/1.1.0/operation/list~4frders/index.html',
      'GET /orders',
      'shop/orders 1.1.0',
      'listOrders Lists orders.',
    ])
  })

  it('show operations and schemas, each leading to the other', () => {
    const operation = read('contracts/shop/orders/v/1.0.0/operation/get~4frder/index.html')
    expect(operation).toContain('href="../../schema/~4frder/index.html"')
    expect(operation).toContain('market/shop-front')
    expect(read('contracts/shop/orders/v/1.0.0/schema/~4frder/index.html')).toContain(
      'href="../../operation/get~4frder/index.html"',
    )
    const list = read('contracts/shop/orders/v/1.0.0/index.html')
    expect(list).toContain('href="operation/get~4frder/index.html"')
  })

  it('are written into an empty folder only', async () => {
    const used = join(tempFolder(), 'used')
    mkdirSync(used)
    writeFileSync(join(used, 'index.html'), 'mine')
    const context = { ...catalog.running.context, onDefect: () => undefined }
    const again = exportStore({ ...context, toolVersion: '0.0.0', organisation: 'acme', directory: used })
    await expect(again).rejects.toMatchObject({ name: 'FolderInUseError', code: 'EEXIST' })
    expect(readFileSync(join(used, 'index.html'), 'utf8')).toBe('mine')
  })
})
