/** What jobs of CI do with a catalog when they have no secret: through the command line, over a real server. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Ran, tenantkitBeside } from '../../support/cli.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { githubJob, gitlabJob } from '../support/jobs.js'
import { type OidcProvider, oidcProvider, sendJson } from '../support/oidc-provider.js'
import { shop } from '../support/shop.js'

const folder = resolve(import.meta.dirname, '../../../.tmp/catalog-ci')

let provider: OidcProvider
let catalog: TestCatalog
let admin: string
/** What the job was asked for when it was given an ID token. */
let requests: string[]

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  provider = await oidcProvider()
  catalog = await testCatalog({ ciIssuers: [provider.url] })
  admin = await catalog.token()
})
afterAll(async () => {
  await catalog.close()
  await provider.close()
})
beforeEach(() => {
  requests = []
  provider.answer('/token', (response, { url = '', headers }) => {
    const audience = new URL(url, provider.url).searchParams.get('audience') ?? ''
    requests.push(`${headers.authorization} ${audience}`)
    void provider
      .sign(githubJob(provider.url, audience, new Date()))
      .then((value) => sendJson(response, { count: 1, value }))
  })
})

const nothing = {
  TENANTKIT_CATALOG_TOKEN: '',
  TENANTKIT_CATALOG_TOKEN_FILE: '',
  TENANTKIT_CATALOG_ID_TOKEN: '',
  ACTIONS_ID_TOKEN_REQUEST_URL: '',
  GITHUB_STEP_SUMMARY: '',
  GITHUB_REPOSITORY: 'evil/fork',
  GITHUB_SHA: 'f'.repeat(40),
}

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return tenantkitBeside(['catalog', ...args], folder, {
    ...nothing,
    TENANTKIT_CATALOG_URL: catalog.url,
    TENANTKIT_CATALOG_ORGANISATION: 'acme',
    TENANTKIT_CACHE_DIR: join(folder, 'cache'),
    ...environment,
  })
}

const asAdmin = (args: readonly string[]) => run(args, { TENANTKIT_CATALOG_TOKEN: admin })
const inGitHub = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  run(args, {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${provider.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
    ...environment,
  })
const gitlabToken = () => provider.sign(gitlabJob(provider.url, catalog.url, new Date()))

function writeShop(version: string): void {
  writeFileSync(join(folder, 'orders.yaml'), shop({ version }))
}

describe('a job without a secret', () => {
  it('is told so where nobody gives it an ID token either', async () => {
    writeShop('1.0.0')
    const { status, stderr } = await run(['publish', 'orders.yaml', '--as', 'shop/orders'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('error TK5303 catalog-token-missing')])
    expect(stderr).toContain('id-token: write')
  })

  it('is given nothing before anybody trusts it, and is not told why', async () => {
    const { status, stderr } = await inGitHub(['publish', 'orders.yaml', '--as', 'shop/orders'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('error TK5331 catalog-exchange-refused')])
    expect(stderr).not.toContain('request-secret')
  })

  it('is trusted by its numbers', async () => {
    const trust = ['trust', 'add', 'orders', '--issuer', provider.url, '--namespace', 'shop']
    const permissions = ['--permission', 'contracts:publish', '--permission', 'contracts:read']
    const vague = await asAdmin([...trust, ...permissions, '--repository-id', '4711'])
    expect([vague.status, vague.stderr]).toEqual([2, expect.stringContaining('otherwise every branch is trusted')])
    const added = await asAdmin([...trust, ...permissions, '--repository-id', '4711', '--ref', 'refs/heads/main'])
    expect(added).toEqual({ status: 0, stdout: `✔ orders: jobs of ${provider.url} are trusted\n`, stderr: '' })
    await asAdmin([
      ...['trust', 'add', 'gitlab', '--provider', 'gitlab', '--issuer', provider.url, '--namespace', 'shop'],
      ...[...permissions, '--repository-id', '42', '--ref', 'refs/heads/main', '--claim', 'ref_protected=true'],
    ])
    const listed = await asAdmin(['trust', 'list'])
    expect(listed.stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['orders', provider.url, 'repository_id=4711 ref=refs/heads/main', 'contracts:publish,contracts:read', 'shop'],
      [
        'gitlab',
        provider.url,
        'project_id=42 ref_path=refs/heads/main ref_protected=true',
        'contracts:publish,contracts:read',
        'shop',
      ],
      [''],
    ])
  })

  it('publishes from GitHub Actions, with what its ID token proves', async () => {
    const published = await inGitHub(['publish', 'orders.yaml', '--as', 'shop/orders', '--commit', 'abcdef0'])
    expect(published).toMatchObject({ status: 0, stderr: '' })
    expect(published.stdout).toContain('✔ shop/orders@1.0.0 is published')
    expect(requests).toEqual([`Bearer request-secret ${catalog.url}`])
    const shown = await asAdmin(['show', 'shop/orders@1.0.0'])
    expect(shown.stdout).toMatch(/ {2}published +\S+ by trust:orders\n/)
    expect(shown.stdout).toContain('  from        shop/orders 0123456789ab shop/orders/.github/workflows/publish.yml@')
    expect(shown.stdout).toContain(
      `  verified    by ${provider.url} (policy orders), refs/heads/main, run 1234, github-hosted\n`,
    )
    expect(shown.stdout).not.toMatch(/evil|abcdef0 /)
  })

  it('uses the token that it is given, where it is given one', async () => {
    const { stdout } = await inGitHub(['list'], { TENANTKIT_CATALOG_TOKEN: admin })
    expect([stdout, requests]).toEqual([expect.stringContaining('shop/orders'), []])
  })

  it('publishes from GitLab what refers to the catalog, with one ID token, once', async () => {
    const environment = { TENANTKIT_CATALOG_ID_TOKEN: await gitlabToken() }
    const args = ['publish', 'catalog:shop/orders@1.0.0', '--as', 'shop/copy']
    expect(await run(args, environment)).toMatchObject({ status: 0, stderr: '' })
    const again = await run(args, environment)
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('An ID token is taken once')])
  })

  it('exchanges its ID token for several commands', async () => {
    const exchanged = await run(['token', 'exchange'], { TENANTKIT_CATALOG_ID_TOKEN: await gitlabToken() })
    expect(exchanged).toMatchObject({ status: 0, stdout: expect.stringMatching(/^tk_acme_\S+\n$/), stderr: '' })
    const job = catalog.as(exchanged.stdout.trim())
    for (let index = 0; index < 2; index++) expect((await job.listContracts()).status).toBe(200)
  })

  it('is trusted no more when the policy is gone', async () => {
    expect(await asAdmin(['trust', 'remove', 'orders'])).toMatchObject({
      status: 0,
      stdout: '✔ orders: its jobs are trusted no more\n',
    })
    expect((await inGitHub(['list'])).stderr).toContain('TK5331')
    const none = await asAdmin(['trust', 'remove', 'orders'])
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('TK5306')])
  })
})
