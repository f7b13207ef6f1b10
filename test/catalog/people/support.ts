import { parseRoleRule } from '../../../src/catalog/access/index.js'
import type { CatalogSettings } from '../../../src/catalog/http/index.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { type Accounts, accountsAt, client } from '../support/accounts.js'
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.js'

export interface Answer {
  readonly status: number
  readonly location: string
  readonly html: string
  readonly headers: Headers
}

/** A browser that keeps the cookies of the catalog, and follows nobody by itself. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  get(address: string): Promise<Answer>
  post(address: string, fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** From the sign-in page to the provider and back: the address that the provider sends them to. */
  comeBack(): Promise<string>
  /** All of it: the answer of the catalog in the end. */
  signIn(): Promise<Answer>
}

export interface PeopleCatalog extends TestCatalog {
  readonly provider: OidcProvider
  readonly accounts: Accounts
  browser(): TestBrowser
  close(): Promise<void>
}

const roles = [
  'staff=reader',
  'shop-team=publisher:shop',
  'shop-owners=approver:shop',
  'pay-owners=approver:pay,pay-*',
  'admins=admin',
  'cn=auditors,ou=groups=admin:shop',
]

/** A catalog with pages where people sign in, and a provider that knows them. */
export async function peopleCatalog(
  settings: Partial<CatalogSettings> = {},
  host: '127.0.0.1' | 'localhost' = '127.0.0.1',
): Promise<PeopleCatalog> {
  const provider = await oidcProvider(host)
  const accounts = accountsAt(provider)
  const catalog = await testCatalog({
    pages: { toolVersion: '0.0.0' },
    people: {
      organisation: 'acme',
      issuer: provider.url,
      clientId: client.id,
      clientSecret: client.secret,
      scope: 'openid profile email',
      groupsClaim: 'groups',
      roles: roles.flatMap((text) => parseRoleRule(text) ?? []),
    },
    ...settings,
  })
  await catalog.token()
  return {
    ...catalog,
    provider,
    accounts,
    browser: () => createBrowser(catalog.url),
    async close() {
      await catalog.close()
      await provider.close()
    },
  }
}

function createBrowser(catalog: string): TestBrowser {
  const cookies = new Map<string, string>()
  async function visit(address: string, init: RequestInit): Promise<Answer> {
    const url = new URL(address, catalog)
    const isOurs = url.origin === catalog
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(isOurs && cookie !== '' && { cookie }), ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of isOurs ? response.headers.getSetCookie() : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const { status, headers: sent } = response
    return { status, location: sent.get('location') ?? '', html: await response.text(), headers: sent }
  }
  const browser: TestBrowser = {
    cookies,
    get: (address) => visit(address, {}),
    post: (address, fields = {}) =>
      visit(address, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
      }),
    async comeBack() {
      const sent = await browser.get('/sign-in/account')
      return (await browser.post(sent.location)).location
    },
    signIn: async () => browser.get(await browser.comeBack()),
  }
  return browser
}

/** What a form of this page brings along. */
export function proofIn(html: string): string {
  return /name="proof" value="([^"]*)"/.exec(html)?.[1] ?? ''
}
