import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderReport } from '../../src/diff/render/index.js'
import type { DiffRun } from '../../src/diff/run.js'
import { fullRun, hostileTexts, linesOf, ordersReport, plainContext, runOf, runWith } from '../diff/render/support.js'
import { chromiumPath, launchChromium } from './support/chromium.js'

/**
 * The HTML report in a browser, from a file and without a network, as it is read when somebody mails it. Each page must
 * ask for nothing, log nothing and break no policy of its own.
 */
const path = chromiumPath()

interface Options {
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
  readonly hash?: string
}

describe.skipIf(path === undefined)('the HTML report in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenantkit-report-'))
    browser = await launchChromium(path ?? '')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  }, 60_000)

  let files = 0
  async function open(run: DiffRun, options: Options, look: (page: Page) => Promise<void>): Promise<void> {
    const { width = 1024, dark = false, script = true, hash = '' } = options
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: script,
    })
    try {
      const page = await context.newPage()
      const wrong: string[] = []
      page.on('console', (message) => wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('dialog', (dialog) => wrong.push(dialog.message()))
      page.on('request', (request) => {
        if (request.url() !== address && !request.url().startsWith('data:,')) wrong.push(request.url())
      })
      const file = join(folder, `${files++}.html`)
      const address = pathToFileURL(file).href
      writeFileSync(file, renderReport('html', run, { ...plainContext, linesOf }))
      await page.goto(`${address}${hash}`)
      await look(page)
      expect(wrong).toEqual([])
    } finally {
      await context.close()
    }
  }

  const shown = (page: Page): Promise<string[]> =>
    page.locator('.finding:visible h4').evaluateAll((headings) => headings.map((heading) => heading.textContent))

  it.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 390 }],
    ['wide', { width: 1600, dark: true }],
  ] as const)('has nothing that axe objects to: %s', async (_, options) => {
    await open(fullRun, options, async (page) => {
      // The policy of the page forbids scripts that are not its own; a debugger is not bound by it.
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
      })
      expect(violations).toEqual([])
    })
  })

  it('filters by level, category, direction and words, and shows all again', async () => {
    await open(runOf(ordersReport), {}, async (page) => {
      const output = page.getByRole('status')
      expect(await output.textContent()).toBe('6 findings')
      await page.getByLabel('warnings').uncheck()
      await page.getByLabel('compatible').uncheck()
      await page.getByLabel('approved').uncheck()
      expect(await output.textContent()).toBe('3 of 6 findings')
      expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Breaking 3'])
      await page.getByLabel('structural').uncheck()
      expect(await shown(page)).toEqual([
        '✖ card went from internal to payment-card (restricted): callers with clearance support see it masked from now on',
      ])
      await page.getByLabel('response').uncheck()
      expect(await shown(page)).toEqual([])
      expect(await page.getByText('No finding matches.').isVisible()).toBe(true)
      await page.getByRole('button', { name: 'Show all' }).click()
      await expect.poll(() => output.textContent()).toBe('6 findings')
      expect(await page.getByRole('button', { name: 'Show all' }).isVisible()).toBe(false)
      await page.getByLabel('Search').fill('QUANTITY  post')
      expect(await shown(page)).toEqual(['✖ sku became required'])
    })
  })

  it('shows what is linked to, filtered or not', async () => {
    await open(runOf(ordersReport), { hash: '#3f2a9c0d1e2f3a4b' }, async (page) => {
      expect(await page.locator(':target h4').textContent()).toBe('✖ sku became required')
      await page.getByLabel('Search').fill('limit')
      expect(await page.locator('#abcdabcdabcdabcd').isVisible()).toBe(false)
      await page.evaluate(() => {
        location.hash = 'abcdabcdabcdabcd'
      })
      await expect.poll(() => page.locator('#abcdabcdabcdabcd').isVisible()).toBe(true)
    })
  })

  it('is whole without its script', async () => {
    await open(fullRun, { script: false }, async (page) => {
      expect(await page.locator('.finding:visible').count()).toBe(8)
      expect(await page.locator('#filters').isVisible()).toBe(false)
      await page.locator('[id="3f2a9c0d1e2f3a4b"] summary').click()
      expect(await page.getByText('--approve 3f2a9c0d1e2f3a4b').isVisible()).toBe(true)
    })
  })

  it('prints every finding, and no controls', async () => {
    await open(runOf(ordersReport), {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.finding:visible').count()).toBe(6)
      expect(await page.locator('#filters').isVisible()).toBe(false)
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    })
  })

  it('never scrolls sideways', async () => {
    for (const run of [fullRun, runWith('averylongnamewithoutanyspace'.repeat(20))]) {
      await open(run, {}, async (page) => {
        for (const width of [320, 390, 1024, 1600]) {
          await page.setViewportSize({ width, height: 800 })
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        }
      })
    }
  })

  it('lets no text act', async () => {
    const runs = Object.values(hostileTexts).map(runWith)
    const reports = runs.flatMap((run) => run.reports)
    const all = { ...fullRun, reports, removed: runs.flatMap((run) => run.removed) }
    await open(all, {}, async (page) => {
      const found = await page.evaluate(() => ({
        scripts: document.scripts.length,
        images: document.images.length,
        links: [...document.links].filter((link) => !link.getAttribute('href')?.startsWith('#')).length,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style'),
        ).length,
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        findings: document.querySelectorAll('.finding').length,
      }))
      expect({ ...found, ids: new Set(found.ids).size }).toEqual({
        scripts: 1,
        images: 0,
        links: 0,
        handlers: 0,
        ids: found.ids.length,
        findings: 8 * runs.length,
      })
    })
  })
})
