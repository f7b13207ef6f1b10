/** Webhooks by the command line, over a real server and to a real receiver. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signatureHeaders } from '../../../src/catalog/webhooks/deliver/sign.js'
import { tenantkitBeside } from '../../support/cli.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { receiver } from '../support/receiver.js'

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
let catalog: TestCatalog
let token: string
beforeAll(async () => {
  catalog = await testCatalog({ webhooks: { allowInsecure: true } })
  token = await catalog.token()
})
afterAll(() => catalog.close())

const run = (args: readonly string[]) =>
  tenantkitBeside(['catalog', ...args], folder, {
    TENANTKIT_CATALOG_URL: catalog.url,
    TENANTKIT_CATALOG_TOKEN: token,
  })

async function fine(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(args)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

it('are added, looked at, rotated, asked once more and removed', async () => {
  let status = 410
  const { url, received } = await receiver((_, response) => void response.writeHead(status).end())
  expect(await fine('webhook', 'list')).toBe('There are no webhooks.\n')

  const added = await fine('webhook', 'add', `${url}/hook`, '--event', 'token.created', '--event', 'token.revoked')
  const [, id = '', secret = ''] =
    /^✔ webhook ([0-9a-z]{12}); this is the only time that its secret is shown:\n(whsec_[\w+/]{43}=)\n$/.exec(added) ??
    []
  expect(await fine('webhook', 'list')).toBe(`${id}  enabled  ${url}/hook  token.created,token.revoked  *\n`)
  expect(await fine('webhook', 'deliveries', id)).toBe('There are no deliveries.\n')

  await fine('token', 'create', 'ci', '--permission', 'contracts:read')
  expect(await fine('webhook', 'deliveries', id)).toMatch(
    /^[0-9a-f-]{36} {2}waiting {2}token\.created {2}token [0-9a-z]{12} {2}0 attempts {2}next [\dT:-]{16}\n$/,
  )
  await catalog.running.dispatcher.turn()
  expect(await fine('webhook', 'deliveries', id, '--state', 'dead')).toMatch(/ dead .* 1 attempt +gone 410\n$/)
  expect(await fine('webhook', 'list')).toContain(`${id}  disabled: gone  `)

  const refused = await run(['webhook', 'redeliver', id])
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain('The webhook is disabled.')
  expect(await fine('webhook', 'enable', id)).toBe(`✔ webhook ${id} is enabled\n`)
  const rotated = await fine('webhook', 'rotate', id, '--keep-hours', '0')
  const next = rotated.trim().split('\n').at(-1) ?? ''
  expect(next).not.toBe(secret)
  status = 200
  const [event = ''] = (await fine('webhook', 'deliveries', id)).split(' ')
  expect(await fine('webhook', 'redeliver', id, event)).toBe('✔ 1 event waits to be delivered once more\n')
  expect(await fine('webhook', 'redeliver', id)).toBe('There is nothing to deliver once more.\n')
  await catalog.running.dispatcher.turn()
  const { headers, body } = received.at(-1)!
  expect(headers['webhook-id']).toBe(event)
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  expect(headers).toMatchObject(signatureHeaders({ id: event, at, body }, [next]))

  expect(await fine('webhook', 'remove', id)).toBe(`✔ webhook ${id} is removed\n`)
  expect((await run(['webhook', 'deliveries', id])).stderr).toContain('error TK5306')
}, 120_000)

it('say why an address is refused', async () => {
  const { status, stdout, stderr } = await run(['webhook', 'add', 'https://169.254.169.254/'])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('the catalog refuses to make a webhook: The address is not on the public internet.')
})

it('print JSON', async () => {
  const { webhook, secret } = JSON.parse(
    await fine('webhook', 'add', 'https://hooks.example.com/', '--namespace', 'shop', '--json'),
  ) as { webhook: { id: string }; secret: string }
  expect(secret).toMatch(/^whsec_/)
  expect(JSON.parse(await fine('webhook', 'list', '--json'))).toMatchObject({
    schemaVersion: 1,
    items: [{ id: webhook.id, url: 'https://hooks.example.com/', namespaces: ['shop'] }],
  })
  expect(JSON.parse(await fine('webhook', 'deliveries', webhook.id, '--json'))).toEqual({ schemaVersion: 1, items: [] })
}, 60_000)
