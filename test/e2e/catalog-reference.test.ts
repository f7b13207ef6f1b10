import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { listen } from '@tenantkit/runtime/node'
import axe from 'axe-core'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportStore, mountPages } from '../../src/catalog/web/index.js'
import { fillMarket } from '../catalog/web/market.js'
import { type PagesCatalog, pagesCatalog } from '../catalog/web/support.js'
import { isVendored } from '../catalog/web/vendored.js'
import { chromiumPath, launchChromium } from './support/chromium.js'
import { webpOf } from './support/webp.js'

/**
 * Whole contracts in a frame, as Redoc and AsyncAPI's component show them. Whatever a contract holds, the frame asks no other
 * host for anything, runs nothing of the contract, and reaches nothing of the session.
 */
const path = chromiumPath()

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

const evil = JSON.stringify({
  openapi: '3.0.3',
  info: {
    title: '</script><script>parent.postMessage("hit","*")</script>',
    version: '1.0.0',
    description:
      '<script>document.title="hit"</script><img src="x" onerror="document.title=\'hit\'"> [leave](https://evil.example/a) ![pixel](https://evil.example/pixel.png) <iframe src="https://evil.example/b"></iframe> [act](javascript:document.title="hit") \u202egnp.exe',
    'x-logo': { url: 'https://evil.example/logo.png', href: 'javascript:alert(1)' },
    contact: { url: 'javascript:document.title="hit"', name: 'us' },
  },
  externalDocs: { url: 'javascript:document.title="hit"', description: 'more' },
  servers: [{ url: 'javascript:document.title="hit"' }, { url: 'https://evil.example/v1' }],
  'x-tenant-scope': 'tenant',
  paths: {
    '/a': {
      get: {
        operationId: 'a',
        summary: '"><img src=x onerror="document.title=\'hit\'">',
        externalDocs: { url: 'data:text/html,<script>alert(1)</script>' },
        responses: { 200: { description: '<style>@import "https://evil.example/c.css"</style>' } },
      },
    },
  },
})

describe.skipIf(path === undefined || !isVendored)('the full reference in a browser', { timeout: 120_000 }, () => {
  let catalog: PagesCatalog
  let server: Awaited<ReturnType<typeof listen>>
  let browser: Browser
  let token: string

  beforeAll(async () => {
    catalog = await pagesCatalog()
    const ci = await fillMarket(catalog)
    const documents = [
      {
        path: 'a.yaml',
        text: readFileSync(new URL('../../contracts/order-events.asyncapi.yaml', import.meta.url), 'utf8'),
      },
    ]
    await ci.publishVersion({ path: { namespace: 'shop', name: 'events', version: '2.0.0' }, body: { documents } })
    await ci.publishVersion({
      path: { namespace: 'evil', name: 'evil', version: '1.0.0' },
      body: { documents: [{ path: 'a.json', text: evil }] },
    })
    token = await catalog.token()
    const api = { serves: () => false, handle: async () => ({ status: 404, headers: [] }) }
    server = await listen(mountPages(api, catalog.pages))
    browser = await launchChromium(path ?? '')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await server.close()
    await catalog.close()
    expect(catalog.errors).toEqual([])
  }, 60_000)

  interface Seen {
    readonly asked: string[]
    readonly said: string[]
  }

  async function visit(
    options: { readonly width?: number; readonly script?: boolean; readonly own?: readonly string[] },
    look: (page: Page, seen: Seen, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const { width = 1280, script = true, own = [] } = options
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script })
    const seen: Seen = { asked: [], said: [] }
    try {
      const page = await context.newPage()
      page.on('console', (message) => seen.said.push(message.text()))
      page.on('pageerror', (error) => seen.said.push(error.message))
      page.on('request', (request) => seen.asked.push(request.url()))
      await page.goto(`${server.url}/`)
      await page.getByLabel('Token of the catalog').fill(token)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await look(page, seen, context)
      const elsewhere = seen.asked.filter(
        (url) => !/^(?:data|blob):/.test(url) && ![server.url, ...own].some((start) => url.startsWith(start)),
      )
      expect(elsewhere).toEqual([])
    } finally {
      await context.close()
    }
  }

  async function frameOf(page: Page, text: string): Promise<Frame> {
    const element = await page.waitForSelector('iframe')
    const frame = (await element.contentFrame()) ?? expect.fail('no frame')
    await frame.getByText(text).locator('visible=true').first().waitFor({ timeout: 20_000 })
    return frame
  }

  it.each([
    ['on a phone', 390],
    ['on a desk', 1280],
  ] as const)('shows OpenAPI, and is led to by the version: %s', async (_, width) => {
    await visit({ width }, async (page, { said }) => {
      await page.goto(`${server.url}/contracts/market/orders/1.4.0`)
      await page.getByRole('link', { name: 'full reference' }).click()
      const frame = await frameOf(page, 'Places an order.')
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '')
      expect(await frame.evaluate(() => self.origin)).toBe('null')
      expect(said).toEqual([])
      await page.evaluate(axe.source)
      const found = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string }[] }> }
        }
        return (await run.run({ iframes: false })).violations.map(({ id }) => id)
      })
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
  })

  it.each([
    ['2', '/contracts/market/order-events/1.2.0/reference', 'OrderPlaced'],
    ['3', '/contracts/shop/events/2.0.0/reference', 'OrderPlaced'],
  ])('shows AsyncAPI %s', async (_, address, text) => {
    await visit({}, async (page, { said }) => {
      await page.goto(`${server.url}${address}`)
      await frameOf(page, text)
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '')
      expect(said).toEqual([])
    })
  })

  it('does nothing that a contract says', async () => {
    await visit({}, async (page, { said }, context) => {
      await page.goto(`${server.url}/contracts/evil/evil/1.0.0/reference`)
      const frame = await frameOf(page, 'leave')
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '')
      for (const link of await frame.locator('a').all())
        await link.click({ force: true, timeout: 2000 }).catch(() => undefined)
      expect([await page.title(), await frame.title()]).not.toContain('hit')
      expect(page.frames().map((each) => each.url().replace(/#.*/, ''))).toEqual([
        page.url(),
        frame.url().replace(/#.*/, ''),
      ])
      expect(context.pages()).toHaveLength(1)
      const reached = await frame.evaluate(async () => {
        const tried = async (work: () => unknown) => {
          try {
            return String(await work())
          } catch (error) {
            return (error as Error).name
          }
        }
        return [
          await tried(() => document.cookie),
          await tried(() => localStorage.length),
          await tried(() => parent.document.title),
          await tried(() => fetch('/contracts/evil/evil/1.0.0/united')),
          await tried(() => fetch('https://evil.example/')),
        ]
      })
      expect(reached).toEqual(['SecurityError', 'SecurityError', 'SecurityError', 'TypeError', 'TypeError'])
      // What the policy refuses is said, and nothing else is.
      expect(said.filter((text) => !/Content Security Policy|Refused to|violates/i.test(text))).toEqual([])
    })
  })

  it.runIf(process.env['UPDATE_SCREENSHOTS'])('draws the screenshots of the docs', async () => {
    for (const [suffix, width] of [
      ['', 1280],
      ['-phone', 390],
    ] as const) {
      await visit({ width }, async (page) => {
        await page.goto(`${server.url}/contracts/market/orders/1.4.0/reference`)
        await frameOf(page, 'Places an order.')
        const image = await webpOf(browser, await page.screenshot())
        writeFileSync(new URL(`../../docs/catalog/reference${suffix}.webp`, import.meta.url), image)
      })
    }
  })

  it('is in exported folders, too, beside a search that finds operations', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
    const directory = join(folder, 'pages')
    const context = { ...catalog.running.context, onDefect: () => undefined }
    await exportStore({ ...context, toolVersion: '0.0.0', organisation: 'acme', directory })
    const files = createServer((request, response) => {
      const file = decodeURIComponent(new URL(request.url ?? '', 'http://a.test').pathname)
      response.setHeader('content-type', mediaTypes[extname(file)] ?? 'application/octet-stream')
      createReadStream(join(directory, file)).pipe(response)
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
    try {
      await visit({ own: [url] }, async (page, seen) => {
        await page.goto(`${url}/index.html`)
        await page.getByLabel('Search').fill('place order')
        await page.getByRole('link', { name: 'POST /orders' }).first().click()
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('POST /orders')
        await page.getByRole('navigation', { name: 'Above' }).getByRole('link').last().click()
        await page.getByRole('link', { name: 'full reference' }).click()
        const frame = await frameOf(page, 'Places an order.')
        expect(await frame.evaluate(() => self.origin)).toBe('null')
        await page.goto(`${url}/contracts/shop/events/v/2.0.0/reference/index.html`)
        await frameOf(page, 'OrderPlaced')
        expect(seen.said).toEqual([])
      })
    } finally {
      files.close()
      files.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('is the documents themselves without scripts', async () => {
    await visit({ script: false }, async (page) => {
      await page.goto(`${server.url}/contracts/market/orders/1.4.0/reference`)
      expect(await page.locator('iframe').count()).toBe(0)
      expect(await page.getByRole('button', { name: 'Show all of it' }).isVisible()).toBe(false)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'contract.yaml', exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toBe('contract.yaml')
    })
  })
})
