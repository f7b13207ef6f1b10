import { mkdirSync, writeFileSync } from 'node:fs'
import { listen } from '@tenantkit/runtime/node'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mountPages } from '../../src/catalog/web/index.js'
import { fillMarket } from '../catalog/web/market.js'
import { type PagesCatalog, pagesCatalog } from '../catalog/web/support.js'
import { chromiumPath, launchChromium } from './support/chromium.js'
import { webpOf } from './support/webp.js'

/**
 * The catalog's pages in a browser, over a server as `catalog serve` has it. No page may ask another host for anything, log
 * anything, or scroll sideways. `UPDATE_SCREENSHOTS=1` draws `docs/catalog/*.webp` anew.
 */
const path = chromiumPath()

const pages = {
  overview: '/',
  search: '/?q=email',
  contract: '/contracts/market/orders',
  version: '/contracts/market/orders/1.4.0',
  fields: '/contracts/market/orders/1.4.0?list=fields',
  operation: '/contracts/market/orders/1.4.0/operation/createOrder',
  message: '/contracts/market/order-events/1.2.0/operation/publishOrderPlaced',
  schema: '/contracts/market/orders/1.4.0/schema/Order',
  source: '/contracts/market/orders/1.4.0/source?line=66',
  changes: '/changes/market/orders?before=1.4.0&after=2.1.0',
  map: '/map',
  deployments: '/deployments?to=prod&kind=contract&subject=shop/orders@1.1.0',
  reviews: '/reviews',
  review: '/reviews/market/orders/2.1.0',
  compliance: '/compliance',
  tenants: '/tenants',
  audit: '/audit?verify=yes',
  missing: '/contracts/market/nothing',
} as const

/** Rules whose outcome depends on colours and widths: the markup is the same everywhere. */
const ofLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

describe.skipIf(path === undefined)('the pages of the catalog in a browser', { timeout: 120_000 }, () => {
  let catalog: PagesCatalog
  let server: Awaited<ReturnType<typeof listen>>
  let browser: Browser
  let token: string
  const wrong: string[] = []

  beforeAll(async () => {
    catalog = await pagesCatalog()
    await fillMarket(catalog)
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

  interface Options {
    readonly viewport?: { readonly width: number; readonly height: number }
    readonly dark?: boolean
    readonly script?: boolean
  }

  async function visit(options: Options, look: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const { viewport = desk, dark = false, script = true } = options
    const context = await browser.newContext({
      viewport,
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: script,
      reducedMotion: 'reduce',
    })
    wrong.length = 0
    try {
      const page = await context.newPage()
      page.on('console', (message) => {
        // A page that says that there is nothing is told of as a failure.
        if (!/status of 4\d\d/.test(message.text())) wrong.push(message.text())
      })
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:,')) wrong.push(request.url())
      })
      await look(page, context)
      expect(wrong).toEqual([])
    } finally {
      await context.close()
    }
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${server.url}/`)
    await page.getByLabel('Token of the catalog').fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Contracts')
  }

  async function violations(page: Page, rules?: readonly string[]): Promise<unknown> {
    // The policy of the pages forbids scripts that are not theirs; a debugger is not bound by it.
    await page.evaluate(axe.source)
    return page.evaluate(async (runOnly) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run(runOnly ? { runOnly } : {})).violations.map(({ id, nodes }) => [
        id,
        nodes.slice(0, 3).map(({ html }) => html),
      ])
    }, rules)
  }

  it.each([
    ['a desk, in the light', { viewport: desk }, undefined],
    ['a phone, in the dark', { viewport: phone, dark: true }, ofLooks],
  ] as const)('axe objects to nothing, and nothing scrolls sideways: %s', async (_, options, rules) => {
    await visit(options, async (page) => {
      await page.goto(`${server.url}/sign-in`)
      expect(await violations(page, rules)).toEqual([])
      await signIn(page)
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(`${server.url}${address}`)
        expect([name, await violations(page, rules)]).toEqual([name, []])
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([name, width]).toEqual([name, options.viewport.width])
      }
    })
  })

  it.each([
    ['on a phone', phone],
    ['on a desk', desk],
  ] as const)('search, look, compare, and come back, without scripts: %s', async (_, viewport) => {
    await visit({ viewport, script: false }, async (page) => {
      await signIn(page)
      await page.getByLabel('Search').fill('email')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.getByRole('link', { name: 'shop/orders 1.1.0' }).first().click()
      await page.getByRole('link', { name: 'fields' }).click()
      expect(await page.getByRole('row', { name: /Order\.email/ }).textContent()).toContain('confidential')
      await page.getByRole('link', { name: 'orders', exact: true }).click()
      await page.getByLabel('Compare').selectOption('1.1.0')
      await page.getByLabel('with').selectOption('1.0.0')
      await page.getByRole('button', { name: 'Show changes' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Changes from 1.1.0 to 1.0.0')
      await page.getByRole('button', { name: 'Sign out' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in')
      await page.goBack()
      await page.goto(`${server.url}/contracts/shop/orders`)
      expect(page.url()).toBe(`${server.url}/sign-in`)
    })
  })

  it.each([
    ['on a phone', phone],
    ['on a desk', desk],
  ] as const)('from a word to the operation, its schema, and its lines, without scripts: %s', async (_, viewport) => {
    await visit({ viewport, script: false }, async (page) => {
      await signIn(page)
      await page.getByLabel('Search').fill('getOrder')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.getByRole('link', { name: 'GET /orders/{id}' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('GET /orders/{id}')
      await page.getByRole('link', { name: 'Order', exact: true }).click()
      expect(await page.getByRole('row', { name: /email/ }).textContent()).toContain('confidential')
      await page.getByRole('link', { name: 'Page', exact: true }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page')
      await page.getByRole('link', { name: /schemas\/Page, line/ }).click()
      expect(await page.locator('.asked').textContent()).toContain('Page: {')
    })
  })

  it('the map moves and grows with keys and buttons, and leads to contracts', async () => {
    await visit({}, async (page) => {
      await signIn(page)
      await page.getByRole('link', { name: 'Map', exact: true }).click()
      const box = () => page.locator('svg.map').getAttribute('viewBox')
      const home = await box()
      await page.getByRole('button', { name: 'Enlarge' }).click()
      const grown = await box()
      expect(grown).not.toBe(home)
      await page.getByRole('region', { name: 'Map' }).focus()
      await page.keyboard.press('ArrowRight')
      expect(await box()).not.toBe(grown)
      await page.keyboard.press('0')
      expect(await box()).toBe(home)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/contracts\//)
    })
  })

  it('somebody who is refused a token, and lets a version pass, by keyboard alone', async () => {
    await visit({}, async (page) => {
      await page.goto(`${server.url}/`)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Skip to the content')
      await page.getByLabel('Token of the catalog').focus()
      await page.keyboard.type('tk_wrong')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('alert').textContent()).toContain('That is no token of this catalog')
      await signIn(page)
      await page.goto(`${server.url}${pages.review}`)
      await page.getByLabel('Reason').focus()
      await page.keyboard.type('Everybody was told.')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText('It has been approved.').waitFor()
      await page.goto(`${server.url}/reviews`)
      expect(await page.getByText('Nothing waits for a decision.').isVisible()).toBe(true)
    })
  })

  it('printed, controls are left out', async () => {
    await visit({}, async (page) => {
      await signIn(page)
      await page.goto(`${server.url}${pages.version}`)
      await page.emulateMedia({ media: 'print' })
      for (const name of ['Sign out', 'Contracts'])
        expect(await page.getByText(name, { exact: true }).first().isVisible()).toBe(false)
      expect(await page.getByRole('table').first().isVisible()).toBe(true)
    })
  })

  it.runIf(process.env['UPDATE_SCREENSHOTS'])('draws the screenshots of the docs', async () => {
    const folder = new URL('../../docs/catalog/', import.meta.url)
    mkdirSync(folder, { recursive: true })
    for (const [suffix, options] of [
      ['', { viewport: desk }],
      ['-phone', { viewport: phone, dark: true }],
    ] as const) {
      await visit(options, async (page) => {
        await signIn(page)
        for (const name of [
          'overview',
          'version',
          'operation',
          'schema',
          'changes',
          'map',
          'deployments',
          'compliance',
        ] as const) {
          await page.goto(`${server.url}${pages[name]}`)
          const image = await webpOf(browser, await page.screenshot())
          writeFileSync(new URL(`${name}${suffix}.webp`, folder), image)
        }
      })
    }
  })
})
