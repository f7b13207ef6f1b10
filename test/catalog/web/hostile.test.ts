import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportStore } from '../../../src/catalog/web/index.js'
import { webAddress } from '../../../src/catalog/web/view/text.js'
import { type PagesCatalog, pagesCatalog, type Visitor } from './support.js'

/** A contract may hold any text in any place. None of it may act in a page, hide, or make one that nobody can load. */
const payload = `</script></title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"' onload=alert(3) x="\u202egnp.exe`
const quoted = JSON.stringify(payload)
const long = 'n'.repeat(100_000)

const contract = (version: string, type: string) => `{
  "openapi": "3.1.0",
  "info": { "title": ${quoted}, "version": "${version}", "description": ${quoted} },
  "x-owner": { "team": ${quoted} },
  "x-tenant-scope": "tenant",
  "x-tenant-pathways": { "way": { "from": "retailer", "to": "supplier", "purpose": "<script>alert(4)</script>", "requires": "grant" } },
  "paths": {
    "/a": { "get": { "operationId": ${quoted}, "summary": ${quoted}, "tags": [${quoted}],
      "responses": { "200": { "description": ${quoted}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } } },
    "/${long}": { "get": { "operationId": "${long}", "responses": { "200": { "description": "x" } } } }
  },
  "components": { "schemas": { "A": { "type": "object", "title": ${quoted}, "properties": {
    ${quoted}: { "type": "${type}", "description": ${quoted}, "x-data-classification": "contact" },
    "${long}": { "type": "${type}", "description": "${long}" }
  } } } }
}`

describe('hostile contracts', { timeout: 120_000 }, () => {
  let catalog: PagesCatalog
  let ann: Visitor
  beforeAll(async () => {
    catalog = await pagesCatalog()
    const ci = await catalog.client()
    await ci.configureNamespace({ path: { namespace: 'evil' }, body: { onBreaking: 'review', semver: 'report' } })
    for (const [version, type] of [
      ['1.0.0', 'string'],
      ['2.0.0', 'integer'],
    ] as const) {
      const published = await ci.publishVersion({
        path: { namespace: 'evil', name: 'evil', version },
        body: {
          documents: [{ path: 'a.json', text: contract(version, type) }],
          provenance: { repository: 'javascript:alert(5)', workflow: payload.slice(0, 100) },
        },
      })
      expect(published.status).toBe(version === '1.0.0' ? 201 : 202)
    }
    await ci.publishUsage({
      path: { namespace: 'evil', name: 'user', version: '1' },
      body: {
        uses: [
          {
            namespace: 'evil',
            name: 'evil',
            version: '1.0.0',
            operations: [{ operation: '<script>alert(6)</script>' }],
          },
        ],
      },
    })
    ann = await catalog.signedIn()
  }, 120_000)
  afterAll(async () => {
    expect(catalog.errors).toEqual([])
    await catalog.close()
  })

  const harmless = (where: string, html: string) => {
    const withoutOurs = html.replace(/<script type="module" src="[\w./-]+"><\/script>/g, '')
    expect([where, /<script|<img|<iframe|<object|<embed/i.exec(withoutOurs)?.[0]]).toEqual([where, undefined])
    // An attribute that acts: outside of quotes, inside of a tag.
    const tags = html.match(/<[a-z][^>]*>/gi) ?? []
    const bare = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect([where, bare.filter((tag) => /\son\w+=|javascript:|style=/i.test(tag))]).toEqual([where, []])
    const links = [...html.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link)
    expect([where, links.filter((link) => /^\s*(?:javascript|vbscript|data:(?!,$))/i.test(link))]).toEqual([where, []])
    // What somebody wrote stays in their own field as they wrote it.
    const told = html.replace(/<input type="search"[^>]*>|<textarea.*?<\/textarea>/gs, '')
    expect([where, told.includes('\u202e')]).toEqual([where, false])
    expect([where, html.length < 100_000]).toEqual([where, true])
  }

  it.each([
    '/',
    `/?q=${encodeURIComponent(payload)}`,
    '/?q=alert',
    `/?namespace=${encodeURIComponent('"><script>')}`,
    '/contracts/evil/evil',
    '/contracts/evil/evil/1.0.0',
    '/contracts/evil/evil/1.0.0?list=fields',
    '/contracts/evil/evil/2.0.0?list=fields',
    '/contracts/evil/evil/1.0.0/schema/A',
    '/contracts/evil/evil/1.0.0/source',
    '/contracts/evil/evil/1.0.0/reference',
    '/contracts/evil/evil/1.0.0/source?line=12',
    `/contracts/evil/evil/1.0.0/source?file=${encodeURIComponent('"><script>')}`,
    '/contracts/evil/evil/1.0.0/operation/%22%3E%3Cscript%3E',
    '/contracts/evil/evil/1.0.0/operation/..%2f..%2f',
    '/changes/evil/evil?before=1.0.0&after=2.0.0',
    '/changes/evil/evil?before=2.0.0&after=1.0.0',
    `/changes/evil/evil?before=${encodeURIComponent('"><script>')}&after=1.0.0`,
    '/reviews',
    '/reviews/evil/evil/2.0.0',
    '/map',
    `/map?namespace=${encodeURIComponent('"><script>')}`,
    '/compliance',
    '/tenants',
    '/deployments',
    `/deployments?to=${encodeURIComponent('"><script>')}&kind=contract&subject=${encodeURIComponent('"><script>')}`,
    '/audit',
    `/${encodeURIComponent('<script>')}`,
  ])('do nothing in %s', async (path) => {
    const page = await ann.get(path)
    expect([200, 404]).toContain(page.status)
    harmless(path, page.html)
  })

  it('do nothing in the pages of operations, whatever those are called', async () => {
    const version = await ann.get('/contracts/evil/evil/1.0.0')
    const found = [...version.html.matchAll(/href="([^"]*\/operation\/[^"]*)"/g)].map(([, href = '']) => href)
    expect(found).toHaveLength(2)
    for (const path of found) {
      expect(path).toMatch(/^[\w/.~-]+$/)
      const page = await ann.get(path)
      expect(page.status).toBe(200)
      harmless(path, page.html)
    }
  })

  it('are whole in the document, which browsers do not show', async () => {
    const { html, headers } = await ann.get('/contracts/evil/evil/1.0.0/document')
    expect(html).toBe(contract('1.0.0', 'string'))
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('are shown as what they are', async () => {
    const { text } = await ann.get('/contracts/evil/evil')
    expect(text).toContain('</script></title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>')
    expect(text).toContain('\\u{202e}gnp.exe')
  })

  it('do nothing in an exported folder, and stay in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
    const { context } = catalog.running
    await exportStore({
      ...context,
      toolVersion: '0.0.0',
      organisation: 'acme',
      directory: folder,
      onDefect: () => undefined,
    })
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(5)
    for (const { parentPath, name } of files)
      if (name.endsWith('.html') && !name.startsWith('frame-'))
        harmless(name, readFileSync(join(parentPath, name), 'utf8'))
    rmSync(folder, { recursive: true, force: true })
  })

  it('get no reason back into a form that it could leave', async () => {
    const path = '/reviews/evil/evil/2.0.0'
    await ann.get(path)
    const again = await ann.send(path, { decision: 'nothing', reason: payload })
    expect(again.status).toBe(422)
    harmless('reason', again.html)
  })
})

describe('webAddress', () => {
  it.each([
    ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['https://github.com@evil.example/', undefined],
    ['//evil.example', undefined],
    ['git@forge.example:a/b.git', undefined],
    [`https://a.example/${'x'.repeat(3000)}`, undefined],
    [undefined, undefined],
  ])('%s: %s', (text, address) => {
    expect(webAddress(text)).toBe(address)
  })
})
