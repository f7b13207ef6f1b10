import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PeopleCatalog, peopleCatalog } from '../catalog/people/support.js'
import { chromiumPath, launchChromium } from './support/chromium.js'

/**
 * Somebody signs in with the account that their organisation has given them, in a browser. The provider is another site, so
 * that cookies are kept and sent as they are between sites.
 */
const path = chromiumPath()

describe.skipIf(path === undefined)('signing in with an account, in a browser', { timeout: 120_000 }, () => {
  let catalog: PeopleCatalog
  let browser: Browser
  beforeAll(async () => {
    catalog = await peopleCatalog({}, 'localhost')
    browser = await launchChromium(path ?? '')
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    expect(catalog.events).toEqual([])
    await catalog.close()
  }, 60_000)

  interface Options {
    readonly viewport: { readonly width: number; readonly height: number }
    readonly script: boolean
  }

  /** No page asks anybody but the catalog and the provider, and none complains. */
  async function visit({ viewport, script }: Options, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport, javaScriptEnabled: script, reducedMotion: 'reduce' })
    const wrong: string[] = []
    try {
      const page = await context.newPage()
      page.on('console', (message) => {
        if (!/status of 403/.test(message.text())) wrong.push(message.text())
      })
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('request', (request) => {
        const ours = [catalog.url, catalog.provider.url, 'data:,']
        if (!ours.some((each) => request.url().startsWith(each))) wrong.push(request.url())
      })
      await look(page)
      expect(wrong).toEqual([])
    } finally {
      await context.close()
    }
  }

  async function expectAccessible(page: Page): Promise<void> {
    // The policy of the pages forbids scripts that are not theirs; a debugger is not bound by it.
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    })
    expect(violations).toEqual([])
  }

  const phone = { width: 390, height: 844 }
  const desk = { width: 1280, height: 900 }

  it.each([
    ['on a desk', { viewport: desk, script: true }],
    ['on a phone', { viewport: phone, script: true }],
    ['on a desk, without scripts', { viewport: desk, script: false }],
    ['on a phone, without scripts', { viewport: phone, script: false }],
  ] as const)('gets in and out: %s', async (_, options) => {
    catalog.accounts.person = { sub: 'ann', groups: ['admins'], name: 'Ann' }
    await visit(options, async (page) => {
      await page.goto(`${catalog.url}/audit`)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in')
      if (options.script) await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width)
      await page.getByRole('link', { name: 'Sign in with your account' }).press('Enter')
      await page.getByRole('button', { name: 'Continue as ann' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Contracts')
      expect(page.url()).toBe(`${catalog.url}/`)
      await page.goto(`${catalog.url}/audit`)
      expect(await page.getByText('signed-in').first().isVisible()).toBe(true)
      await page.getByRole('link', { name: 'Your tokens' }).click()
      await page.getByLabel('What it is for').fill('laptop')
      await page.getByLabel('For how long').selectOption('7 days')
      await page.getByRole('button', { name: 'Make a token' }).click()
      expect(await page.getByRole('status').textContent()).toMatch(/tk_acme_/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width)
      if (options.script) await expectAccessible(page)
      await page.getByRole('button', { name: 'Revoke laptop' }).first().click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in')
      await page.goto(`${catalog.url}/audit`)
      expect(page.url()).toBe(`${catalog.url}/sign-in`)
    })
  })

  it('is told when the account has no role, and may use a token', async () => {
    catalog.accounts.person = { sub: 'eve', groups: [] }
    await visit({ viewport: desk, script: true }, async (page) => {
      await page.goto(`${catalog.url}/sign-in`)
      await page.getByRole('link', { name: 'Sign in with your account' }).click()
      await page.getByRole('button', { name: 'Continue as eve' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Your account has no role in this catalog.')
      await expectAccessible(page)
      await page.getByLabel('Token of the catalog').fill(await catalog.token())
      await page.getByRole('button', { name: 'Sign in' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Contracts')
    })
  })

  it('is not signed in by somebody else, who sends them the end of a sign-in of their own', async () => {
    catalog.accounts.person = { sub: 'mallory', groups: ['admins'] }
    const theirs = await catalog.browser().comeBack()
    await visit({ viewport: desk, script: true }, async (page) => {
      await page.goto(theirs)
      expect(await page.getByRole('alert').textContent()).toContain('was not begun in this browser')
      await page.goto(`${catalog.url}/`)
      expect(page.url()).toBe(`${catalog.url}/sign-in`)
    })
  })
})
