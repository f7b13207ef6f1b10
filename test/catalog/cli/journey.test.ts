/**
 * What developers and their CI do with a catalog, through the command line and over a real server: publish, be refused,
 * be reviewed, pull, generate, register uses, ask whether something can be deployed, and hold the audit against what was kept.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, tenantkitBeside } from '../../support/cli.js'
import { type TestCatalog, testCatalog } from '../server.js'

// Inside the repository, so that generated code finds the runtime.
const folder = resolve(import.meta.dirname, '../../../.tmp/catalog-journey')

let catalog: TestCatalog
const tokens: Record<string, string> = {}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'empty'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  catalog = await testCatalog()
  tokens['ann'] = await catalog.token()
  tokens['bob'] = await catalog.token()
}, 60_000)
afterAll(() => catalog.close())

function run(args: readonly string[], who = 'ann'): Promise<Ran> {
  return tenantkitBeside(args, folder, {
    TENANTKIT_CATALOG_URL: catalog.url,
    TENANTKIT_CATALOG_TOKEN: tokens[who] ?? '',
    TENANTKIT_CACHE_DIR: join(folder, 'cache'),
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REPOSITORY: 'shop/orders',
    GITHUB_STEP_SUMMARY: '',
  })
}

async function fine(args: readonly string[], who?: string): Promise<string> {
  const { status, stdout, stderr } = await run(args, who)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text)
}

interface Orders {
  readonly version: string
  /** Properties of an order. */
  readonly order?: string
}

const order = 'id: { type: string }, email: { type: string }, note: { type: string }'

function orders({ version, order: properties = order }: Orders): string {
  return `openapi: 3.1.0
info: { title: Orders, version: ${version} }
servers: [{ url: https://orders.example.com }]
x-tenant-scope: public
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: One., content: { application/json: { schema: { $ref: 'order.yaml#/Order' } } } }
`.concat(`# ${properties.length}\n`)
}

function orderSchema(properties: string): string {
  return `Order:
  type: object
  x-data-classification: public
  required: [id, email, note]
  properties: { ${properties} }
`
}

function writeOrders({ version, order: properties = order }: Orders): void {
  write('orders.yaml', orders({ version, order: properties }))
  write('order.yaml', orderSchema(properties))
}

describe('the journeys of a team', () => {
  it('publishes what a contract consists of, once', async () => {
    writeOrders({ version: '1.0.0' })
    const dry = await fine(['catalog', 'publish', 'orders.yaml', '--as', 'shop/orders', '--dry-run'])
    expect(dry).toContain('✔ shop/orders@1.0.0 would be published; nothing was kept\n')
    expect(await fine(['catalog', 'list'])).toBe('There are no contracts.\n')
    const published = await fine(['catalog', 'publish', 'orders.yaml', '--as', 'shop/orders'])
    expect(published).toMatch(/✔ shop\/orders@1\.0\.0 is published \(sha256:[0-9a-f]{12}\)\n$/)
    const again = await fine(['catalog', 'publish', 'orders.yaml', '--as', 'shop/orders'])
    expect(again).toContain('✔ shop/orders@1.0.0 is published already, with these very documents\n')
    expect(await fine(['catalog', 'list'])).toBe('shop/orders  1.0.0  1 version  openapi  Orders\n')
    expect(await fine(['catalog', 'search', 'email', '--kind', 'field'])).toContain('shop/orders@1.0.0  field')
    const shown = await fine(['catalog', 'show', 'shop/orders@1.0.0'])
    expect(shown).toContain('  from        shop/orders 0123456789ab\n')
    expect(shown).toContain('  operations  1, 100 % with a scope\n')
  }, 300_000)

  it('asks for a version where the contract has none that can be kept', async () => {
    write('placeholder.yaml', orders({ version: '"%VERSION%"' }))
    const { status, stderr } = await run(['catalog', 'publish', 'placeholder.yaml', '--as', 'shop/orders', '--dry-run'])
    expect(status).toBe(2)
    expect(stderr).toContain(
      'error TK5316 catalog-version-refused\n\n  the catalog cannot keep the version "%VERSION%"\n',
    )
    expect(stderr).toContain('--as NAMESPACE/NAME@VERSION')
  })

  it('generates from the catalog, and only what the lock says', async () => {
    write(
      'tenantkit.config.json',
      JSON.stringify({ contracts: [{ path: 'catalog:shop/orders@1.0.0', out: 'generated', targets: ['client'] }] }),
    )
    const frozen = await run(['catalog', 'pull', '--frozen'])
    expect(frozen).toMatchObject({ status: 1, stdout: '' })
    expect(frozen.stderr).toContain('error TK5308 lock-outdated')
    expect(await fine(['catalog', 'pull', '--out', 'pulled'])).toMatch(
      /^✔ shop\/orders@1\.0\.0 {2}sha256:[0-9a-f]{12} {2}added to the lock {2}pulled\/shop\/orders\/1\.0\.0\n$/,
    )
    expect(readFileSync(join(folder, 'pulled/shop/orders/1.0.0/order.yaml'), 'utf8')).toBe(orderSchema(order))
    const lock = readFileSync(join(folder, 'tenantkit.lock'), 'utf8')
    expect(lock).toMatch(
      /^\{\n {2}"schemaVersion": 1,\n {2}"contracts": \{\n {4}"shop\/orders@1\.0\.0": \{"digest":"sha256:[0-9a-f]{64}","checkpoint":\{"sequence":\d+,"hash":"[0-9a-f]{64}"\}\}\n {2}\}\n\}\n$/,
    )
    expect(await fine(['catalog', 'pull', '--frozen', '--verify'])).toContain('as the lock says')
    expect(await fine(['generate'])).toContain('✔ catalog:shop/orders@1.0.0 → generated')
    expect(readFileSync(join(folder, 'generated/client.ts'), 'utf8')).toMatch(
      /^\/\/ Generated by tenantkit from orders@1\.0\.0\./,
    )
    // What is locked and was read before needs neither a catalog nor a token.
    tokens['nobody'] = ''
    rmSync(join(folder, 'generated'), { recursive: true })
    expect(await fine(['generate'], 'nobody')).toContain('✔ catalog:shop/orders@1.0.0 → generated')
    write('tenantkit.lock', lock.replace(/sha256:[0-9a-f]{4}/, 'sha256:0000'))
    const other = await run(['catalog', 'pull'])
    expect(other.status).toBe(1)
    expect(other.stderr).toContain('error TK5309 lock-digest-differs')
    rmSync(join(folder, 'generated'), { recursive: true })
    const refused = await run(['generate'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('TK1037')
    write('tenantkit.lock', lock)
    await fine(['generate'])
  }, 300_000)

  it('registers what a consumer uses', async () => {
    write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          target: 'ES2023',
          lib: ['ES2023'],
          types: ['node'],
          module: 'NodeNext',
          moduleResolution: 'NodeNext',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
        include: ['main.ts'],
      }),
    )
    write(
      'main.ts',
      `import { createOrdersClient } from './generated/client.js'
const orders = createOrdersClient({})
const { body } = await orders.getOrder({ path: { id: '1' } })
process.stdout.write(body.email)
`,
    )
    expect(await fine(['catalog', 'usage', 'scan'])).toContain('✔ shop/orders@1.0.0  generated\n  getOrder  email\n')
    expect(await fine(['catalog', 'usage', 'publish', '--as', 'web/checkout@48'])).toBe(
      '✔ web/checkout@48 uses shop/orders@1.0.0\n',
    )
    await fine(['catalog', 'record-deployment', 'web/checkout@48', '--consumer', '--to', 'prod'])
    await fine(['catalog', 'record-deployment', 'shop/orders@1.0.0', '--to', 'prod'])
    expect(await fine(['catalog', 'record-release', 'shop/orders@1.0.0'])).toBe('✔ shop/orders@1.0.0 is released\n')
    const shown = await fine(['catalog', 'show', 'shop/orders'])
    expect(shown).toContain('  1.0.0  published  released  prod')
    expect(shown).toContain('\nUsed by\n  web/checkout@48  getOrder\n')
  }, 300_000)

  it('refuses what breaks, with the report of a pull request', async () => {
    writeOrders({ version: '1.1.0', order: order.replace('email: { type: string }', 'email: { type: integer }') })
    const args = ['catalog', 'publish', 'orders.yaml', '--as', 'shop/orders', '--dry-run']
    const { stdout: markdown } = await run([...args, '--format', 'markdown'])
    expect(markdown).toMatchInlineSnapshot(`
      "<!-- tenantkit-diff:diff -->
      ### ✖ 1 change breaks Orders

      \`catalog:shop/orders@1.0.0\` → \`orders.yaml\`

      **1.1.0 is declared a minor change; this needs 2.0.0.**

      |  | Change | Operation | Where |
      | --- | --- | --- | --- |
      | ✖ breaking | \`email\` went from string to integer | \`GET /orders/{id}\` | \`order.yaml:5\` |

      <details><summary>✖ <code>email</code> went from string to integer</summary>

      \`TK3015\` response-type-widened · \`GET /orders/{id}\` · \`catalog:shop/orders@1.0.0#order.yaml:5:54\` → \`order.yaml:5:54\`

      **This response can be sent now, and clients of before refuse it:**

      \`\`\`json
      {"email": 0, "id": "", "note": ""}
      \`\`\`

      **Because:** must be string

      **Fix:** Send only the old type until 2.0.0.

      </details>

      ✔ 1 compatible change

      While reading:

      - \`TK5312\` semver: 1.1.0 is declared a minor change; this needs 2.0.0
      - \`TK5312\` consumers: What breaks is used; web/checkout@&#8203;48 getOrder: TK3015 \`email\` went from string to integer

      <sub>tenantkit 0.1.0 diff</sub>
      "
    `)
    const { status, stdout, stderr } = await run([...args, '--format', 'text', '--format', 'sarif=out.sarif'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('✖ shop/orders@1.1.0 is refused\n')
    // The place in the report is the file here, not what the catalog calls it.
    expect(stdout).toContain('order.yaml:5:')
    const sarif = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[]
    }
    const uri = sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri
    expect(uri).toMatch(/(^|\/)order\.yaml$/)
    const json = await run([...args, '--json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      schemaVersion: 1,
      contract: 'shop/orders@1.1.0',
      outcome: 'refused',
      report: { verdict: 'refused', comparisons: [{ baseline: '1.0.0', breaking: 1, used: 1 }] },
    })
    expect(json.stderr).toBe('')
  }, 300_000)

  it('lets owners decide where the namespace says so, but not about their own', async () => {
    const configured = await fine(['catalog', 'namespace', 'configure', 'shop', '--on-breaking', 'review'])
    expect(configured).toBe(
      '✔ shop: compatibility backward, on breaking review, scoped 0 %, classified 0 %, semver enforce\n',
    )
    writeOrders({ version: '2.0.0', order: order.replace('email: { type: string }', 'email: { type: integer }') })
    const published = await run(['catalog', 'publish', 'orders.yaml', '--as', 'shop/orders'])
    expect(published.status).toBe(0)
    expect(published.stdout).toContain('▲ shop/orders@2.0.0 waits for a review\n')
    expect(await fine(['catalog', 'reviews'])).toMatch(/^shop\/orders@2\.0\.0 {2}by token:/)
    const own = await run(['catalog', 'approve', 'shop/orders@2.0.0', '--reason', 'I say so'])
    expect(own.status).toBe(2)
    expect(own.stderr).toContain('error TK5305 catalog-request-refused')
    expect(await fine(['catalog', 'approve', 'shop/orders@2.0.0', '--reason', 'all have moved'], 'bob')).toBe(
      '✔ shop/orders@2.0.0 is published\n',
    )
    expect(await fine(['catalog', 'reviews'])).toBe('Nothing waits.\n')
  }, 300_000)

  it('says what can be deployed', async () => {
    const refused = await run(['catalog', 'can-i-deploy', 'shop/orders@2.0.0', '--to', 'prod'])
    expect(refused).toMatchObject({ status: 1, stderr: '' })
    expect(refused.stdout).toMatch(
      /^✖ web\/checkout@48 uses shop\/orders@2\.0\.0: It breaks what the consumer uses of 1\.0\.0\./,
    )
    expect(refused.stdout).toMatch(/✖ shop\/orders@2\.0\.0 in prod: no\n$/)
    expect(await fine(['catalog', 'can-i-deploy', 'shop/orders@1.0.0', '--to', 'prod'])).toMatch(/: yes\n$/)
    expect(
      await fine(['catalog', 'can-i-deploy', 'web/checkout@48', '--consumer', '--to', 'prod', '--json']),
    ).toContain('"deployable": true')
  }, 300_000)

  it('compares versions of the catalog', async () => {
    const { status, stdout } = await run(['catalog', 'diff', 'shop/orders@1.0.0', 'shop/orders@2.0.0', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      base: { source: 'catalog:shop/orders@1.0.0' },
      head: { source: 'catalog:shop/orders@2.0.0' },
      verdict: 'breaking',
    })
    const plain = await run(['diff', 'catalog:shop/orders@1.0.0', 'orders.yaml', '--json'])
    expect(plain.status).toBe(1)
    const changelog = await fine(['changelog', 'catalog:shop/orders@1.0.0', 'catalog:shop/orders@2.0.0'])
    expect(changelog).toContain('Orders')
  }, 300_000)

  it('makes, lists and revokes tokens', async () => {
    const made = JSON.parse(
      await fine(['catalog', 'token', 'create', 'ci', '--permission', 'contracts:read', '--days', '7', '--json']),
    ) as { token: { id: string }; secret: string }
    tokens['ci'] = made.secret
    expect(await fine(['catalog', 'token', 'list'])).toMatch(new RegExp(`^${made.token.id}  ci  +contracts:read`, 'm'))
    expect(await fine(['catalog', 'list'], 'ci')).toContain('shop/orders')
    const forbidden = await run(['catalog', 'token', 'list'], 'ci')
    expect(forbidden.status).toBe(2)
    expect(await fine(['catalog', 'token', 'revoke', made.token.id])).toBe(`✔ token ${made.token.id} is revoked\n`)
    const over = await run(['catalog', 'list'], 'ci')
    expect(over.stderr).toContain('the token is unknown, over or revoked')
  }, 300_000)

  it('holds the audit against what was kept', async () => {
    expect(await fine(['catalog', 'audit', 'verify', '--save', 'checkpoint.json'])).toMatch(
      /^✔ the audit is intact: \d+ entries/,
    )
    expect(await fine(['catalog', 'audit', 'verify', '--against', 'checkpoint.json'])).toContain(
      '2 kept ones found again',
    )
    expect(await fine(['catalog', 'audit', 'list', '--limit', '2'])).toContain('organisation-created')
    const kept = JSON.parse(readFileSync(join(folder, 'checkpoint.json'), 'utf8')) as { line: string; key: string }
    write('other.json', JSON.stringify({ ...kept, line: kept.line.replace(/"hash":"..../, '"hash":"0000') }))
    const rewritten = await run(['catalog', 'audit', 'verify', '--against', 'other.json'])
    expect(rewritten.status).toBe(1)
    expect(rewritten.stderr).toContain('error TK5311 audit-broken')
    const broken = await run(['catalog', 'audit', 'verify', '--against', 'main.ts'])
    expect(broken.status).toBe(2)
  }, 300_000)
})

describe('a command line that cannot be followed', () => {
  it.each([
    ['no catalog', ['catalog', 'list'], { TENANTKIT_CATALOG_URL: '' }, 'TK5301'],
    ['no token', ['catalog', 'list'], { TENANTKIT_CATALOG_TOKEN: '' }, 'TK5303'],
    ['something else for a token', ['catalog', 'list'], { TENANTKIT_CATALOG_TOKEN: 'hunter2' }, 'TK5303'],
    ['plain http over the network', ['catalog', 'list', '--catalog', 'http://catalog.example.com'], {}, 'TK5302'],
    ['nobody there', ['catalog', 'list', '--catalog', 'http://127.0.0.1:1'], {}, 'TK5304'],
    ['no such contract', ['catalog', 'show', 'shop/nothing'], {}, 'TK5306'],
    ['no coordinates', ['catalog', 'record-release', 'orders'], {}, 'TK6005'],
    ['no usage file', ['catalog', 'usage', 'publish', 'none.json', '--as', 'web/a@1'], {}, 'TK5314'],
  ] as const)('%s', async (_, args, environment, code) => {
    const given = { TENANTKIT_CATALOG_URL: catalog.url, TENANTKIT_CATALOG_TOKEN: tokens['ann'] ?? '', ...environment }
    const { status, stdout, stderr } = await tenantkitBeside([...args, '--json'], join(folder, 'empty'), given)
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, diagnostics: [{ code }] })
    expect(stdout).not.toContain('hunter2')
  })
})
