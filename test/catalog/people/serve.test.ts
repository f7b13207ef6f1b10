import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tenantkitBeside } from '../../support/cli.js'
import { catalogProcess } from '../process.js'
import { accountsAt } from '../support/accounts.js'
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.js'

let folder: string
let provider: OidcProvider
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
  provider = await oidcProvider()
  accountsAt(provider)
})
afterAll(async () => {
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

const accounts = () => ['--oidc-issuer', provider.url, '--oidc-client-id', 'catalog', '--oidc-role', 'staff=reader']

it('sends people to the issuer that was named, and from there to where callers reach it', async () => {
  const args = ['--init', '--url', 'https://catalog.example', '--oidc-scope', 'openid groups', ...accounts()]
  const running = await catalogProcess(folder, args)
  const page = await fetch(`${running.url}/sign-in`)
  expect(await page.text()).toContain('Sign in with your account')
  const sent = await fetch(`${running.url}/sign-in/account`, { redirect: 'manual' })
  const address = new URL(sent.headers.get('location') ?? '')
  expect(address.origin).toBe(provider.url)
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: 'catalog',
    scope: 'openid groups',
    redirect_uri: 'https://catalog.example/sign-in/callback',
  })
  expect(await running.stop()).toMatchObject({ code: 0 })
})

it.each([
  [['--organisation', 'nobody'], 'TK5211'],
  [['--oidc-role', 'x=root'], 'TK5222'],
  [['--ci-issuer', 'http://ci.example'], 'TK5220'],
  [['--url', 'catalog.example'], 'TK5221'],
])('does not start with %j', async (args, code) => {
  const ran = await tenantkitBeside(['catalog', 'serve', '--port', '0', ...accounts(), ...args], folder)
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(code)])
})
