import { createSecretKey } from 'node:crypto'
import { exportSPKI, generateKeyPair, importJWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type TestCatalog, testCatalog } from '../server.js'
import { githubJob, githubPolicy, gitlabJob, gitlabPolicy, sendExchange } from '../support/jobs.js'
import { type OidcProvider, oidcProvider, type Signing, sendJson } from '../support/oidc-provider.js'

/** Jobs that are not what they say, or not those that anybody meant. */
const now = new Date('2026-11-27T10:00:00.000Z')
const seconds = now.getTime() / 1000
const url = 'https://catalog.example'

let provider: OidcProvider
let stranger: OidcProvider
let catalog: TestCatalog
let acme: CatalogClient
let beta: CatalogClient
beforeAll(async () => {
  provider = await oidcProvider()
  stranger = await oidcProvider()
  catalog = await testCatalog({ now: () => now, publicUrl: url, ciIssuers: [provider.url], refusalsPerMinute: 10_000 })
  acme = await catalog.client()
  beta = await catalog.client({ organisation: 'beta' })
  await acme.addTrust({ body: githubPolicy(provider.url) })
  await acme.addTrust({ body: gitlabPolicy(provider.url) })
  await beta.addTrust({ body: githubPolicy(provider.url, { claims: { repository_id: '5000', environment: 'prod' } }) })
})
afterAll(async () => {
  await catalog.close()
  await provider.close()
  await stranger.close()
})

const github = (changed: object = {}, signing?: Signing, by = provider) =>
  by.sign({ ...githubJob(provider.url, url, now), ...changed }, signing)

/** The answer to every token that is not taken, whatever the reason. */
let refusal: { readonly status: number; readonly text: string }
beforeEach(async () => {
  refusal = await refused(await github(), 'nowhere')
  expect(refusal).toEqual({
    status: 401,
    text: JSON.stringify({ title: 'the organisation trusts no such job', status: 401 }),
  })
})

async function refused(token: string, organisation = 'acme') {
  const { status, text } = await sendExchange(catalog.url, token, { organisation })
  return { status, text }
}

/** Why the last token was not taken, as the audit has it. */
async function lastReason(): Promise<unknown> {
  const lines = await catalog.running.context.store.of('acme').auditBefore({ limit: 5 })
  const found = lines.find(({ action }) => action === 'exchange-refused')
  return JSON.parse(found?.line ?? '{}').event?.data?.reason
}

describe('T19 a forged ID token', () => {
  it('is refused as the good one is taken', async () => {
    expect((await refused(await github())).status).toBe(200)
  })

  it('with no signature', async () => {
    const [, body] = (await github()).split('.')
    for (const alg of ['none', 'None', 'nOnE']) {
      const head = Buffer.from(JSON.stringify({ alg, kid: 'k1' })).toString('base64url')
      for (const signature of ['', 'AAAA']) expect(await refused(`${head}.${body}.${signature}`)).toEqual(refusal)
    }
  })

  it('with HS256 and the public key as the secret', async () => {
    const pem = await exportSPKI((await importJWK(provider.publicKey, 'RS256')) as CryptoKey)
    for (const secret of [pem, pem.trim(), JSON.stringify(provider.publicKey), provider.publicKey.n ?? '']) {
      const key = createSecretKey(Buffer.from(secret))
      expect(await refused(await github({}, { alg: 'HS256', key }))).toEqual(refusal)
      expect(await lastReason()).toBe('jose-alg-not-allowed')
    }
  })

  it('with a key of its own: beside it, at an address, or under the name of the good one', async () => {
    const { privateKey: key } = await generateKeyPair('RS256')
    expect(await refused(await github({}, { key }))).toEqual(refusal)
    expect(await refused(await github({}, { key, header: { jwk: stranger.publicKey } }))).toEqual(refusal)
    expect(await refused(await github({}, { key, header: { jku: `${stranger.url}/keys` } }))).toEqual(refusal)
    expect(await refused(await github({}, { key, header: { x5u: `${stranger.url}/keys` } }))).toEqual(refusal)
    expect(stranger.asked).toEqual([])
  })

  it('with a key that nobody knows, which is looked for no more than once', async () => {
    await refused(await github())
    const before = provider.asked.length
    for (let index = 0; index < 5; index++)
      expect(await refused(await github({}, { kid: `x${index}` }))).toEqual(refusal)
    expect(provider.asked.length - before).toBeLessThanOrEqual(1)
    expect(await lastReason()).toBe('jwks-no-matching-key')
  })

  it('of another issuer, also one that a real token of its own vouches for', async () => {
    const theirs = await stranger.sign({ ...githubJob(stranger.url, url, now) })
    expect(await refused(theirs)).toEqual(refusal)
    expect(await refused(await github({}, {}, stranger))).toEqual(refusal)
    for (const iss of [`${provider.url}/`, provider.url.toUpperCase(), '', undefined, 7, [provider.url]])
      expect(await refused(await github({ iss }))).toEqual(refusal)
    // Nobody is asked for keys because a token says so.
    expect(stranger.asked).toEqual([])
  })

  it('for somebody else, or for somebody else, too', async () => {
    const others = [
      'https://other.example',
      `${url}/`,
      'http://catalog.example',
      '',
      undefined,
      [],
      [url, 'https://other.example'],
    ]
    for (const aud of others) expect([aud, await refused(await github({ aud }))]).toEqual([aud, refusal])
  })

  it.each([
    ['over', { iat: seconds - 600, exp: seconds - 31 }],
    ['without an end', { exp: undefined }],
    ['not yet valid', { nbf: seconds + 31 }],
    ['of the future', { iat: seconds + 31, exp: seconds + 300 }],
    ['without a beginning', { iat: undefined }],
    ['valid for more than a day', { exp: seconds + 86_401 }],
    ['older than a day', { iat: seconds - 86_500, exp: seconds + 60 }],
    ['with an end that is no number', { exp: String(seconds + 300) }],
    ['of nobody', { sub: '' }],
    ['of something that is no name', { sub: 7 }],
  ])('that is %s', async (_, changed) => {
    expect(await refused(await github(changed))).toEqual(refusal)
  })

  it('that wants something to be understood that is not', async () => {
    const header = { crit: ['x-grant'], 'x-grant': true }
    expect(await refused(await github({}, { header }))).toEqual(refusal)
  })

  it('with other claims than were signed', async () => {
    const [head, body = '', signature] = (await github()).split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...claims, repository_id: '5000' })).toString('base64url')
    expect(await refused(`${head}.${other}.${signature}`)).toEqual(refusal)
    for (const text of ['x', '..', `${head}.${body}`, `${head}.${body}.${signature}.x`])
      expect(await refused(text)).toEqual(refusal)
  })
})

describe('a job that nobody meant', () => {
  it('T3 of a repository that has taken over a name that was given up', async () => {
    const renamed = await github({ repository_id: '9999', repository_owner_id: '100' })
    expect(await refused(renamed)).toEqual(refusal)
    expect(await lastReason()).toBe('no-policy-fits')
  })

  it('of a repository that was renamed is still meant', async () => {
    const renamed = await github({ repository: 'shop/orders-api', sub: 'repo:shop/orders-api:ref:refs/heads/main' })
    expect((await refused(renamed)).status).toBe(200)
  })

  it.each([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'workflow_run',
    'issue_comment',
    'merge_group',
    'invented_tomorrow',
    '',
    undefined,
    ['push'],
  ])('that %j has started', async (event_name) => {
    expect(await refused(await github({ event_name }))).toEqual(refusal)
    expect(await lastReason()).toBe('event-not-trusted')
  })

  it.each(['merge_request_event', 'external_pull_request_event', 'parent_pipeline', 'pipeline', undefined])(
    'of a pipeline that %j has started',
    async (pipeline_source) => {
      const token = await provider.sign({ ...gitlabJob(provider.url, url, now), pipeline_source })
      expect(await refused(token)).toEqual(refusal)
      expect(await lastReason()).toBe('event-not-trusted')
    },
  )

  it('of a tag that is called as the branch', async () => {
    const token = await provider.sign({
      ...gitlabJob(provider.url, url, now),
      ref_type: 'tag',
      ref_path: 'refs/tags/main',
    })
    expect(await refused(token)).toEqual(refusal)
  })

  it('T20 that another organisation trusts', async () => {
    const job = { repository_id: '5000', environment: 'prod' }
    expect(await refused(await github(job))).toEqual(refusal)
    const { status, text } = await refused(await github(job), 'beta')
    expect(status).toBe(200)
    const token = String(JSON.parse(text).access_token)
    expect(token).toMatch(/^tk_beta_/)
    expect((await catalog.as(token, 'beta').listContracts()).status).toBe(200)
    expect((await catalog.as(token, 'acme').listContracts()).status).toBe(403)
    expect((await catalog.as(token.replace('tk_beta', 'tk_acme')).listContracts()).status).toBe(401)
  })

  it('T18 with a list, an object or something inherited where a text is asked for', async () => {
    for (const repository_id of [['4711'], { 0: '4711' }, 4711.5, null])
      expect(await refused(await github({ repository_id }))).toEqual(refusal)
    await acme.addTrust({
      body: githubPolicy(provider.url, { name: 'proto', provider: 'other', claims: { sub: 'x', constructor: 'x' } }),
    })
    expect(await refused(await github({ sub: 'x', repository_id: '1' }))).toEqual(refusal)
    await acme.removeTrust({ path: { trustName: 'proto' } })
  })
})

describe('what the catalog says', () => {
  it('T21 is the same for an organisation that trusts nobody, and for one that is not there', async () => {
    await catalog.token({ organisation: 'gamma' })
    expect(await refused(await github(), 'gamma')).toEqual(refusal)
    expect(await refused(await github(), 'nobody-knows')).toEqual(refusal)
  })

  it('T58 repeats nothing of what it was given', async () => {
    const canary = 'canary-7f3a'
    for (const fields of [
      { subject_token: `${canary}.x.y` },
      { grant_type: canary },
      { subject_token_type: canary },
      { scope: `${canary}!` },
      { organisation: `${canary}!` },
      { [canary]: 'x' },
    ]) {
      const { status, text } = await sendExchange(catalog.url, await github(), fields)
      expect([401, 422]).toContain(status)
      expect(text).not.toContain(canary)
    }
    expect(JSON.stringify(catalog.events)).not.toContain(canary)
  })

  it('T112 to the audit has an end, whoever tries how often', async () => {
    const flooded = await testCatalog({ now: () => now, publicUrl: url, ciIssuers: [provider.url] })
    const admin = await flooded.client()
    await admin.addTrust({ body: githubPolicy(provider.url) })
    const token = await github({ exp: 1 })
    for (let index = 0; index < 80; index++) expect((await sendExchange(flooded.url, token)).status).toBe(401)
    const lines = await admin.listAudit({ query: { limit: 200 } })
    const told = lines.status === 200 ? lines.body.lines.filter((line) => line.includes('exchange-refused')) : []
    expect(told.length).toBeGreaterThanOrEqual(60)
    expect(told.length).toBeLessThan(70)
    await flooded.close()
  })
})

describe('an issuer', () => {
  type Respond = Parameters<OidcProvider['answer']>[1] & object

  const broken = async (path: string, respond: Respond) => {
    const issuer = await oidcProvider()
    const its = await testCatalog({ now: () => now, publicUrl: url, ciIssuers: [issuer.url] })
    const admin = await its.client()
    await admin.addTrust({ body: githubPolicy(issuer.url) })
    issuer.answer(path, respond)
    const send = async () =>
      sendExchange(its.url, await issuer.sign(githubJob(issuer.url, url, now))).then(({ status }) => status)
    const statuses = [await send(), await send()]
    const { asked } = issuer
    await its.close()
    await issuer.close()
    return { statuses, asked }
  }
  const discovery = '/.well-known/openid-configuration'

  it('that is another one than it should be gives no keys, and is not asked again at once', async () => {
    const other: Respond = (response) => sendJson(response, { issuer: stranger.url, jwks_uri: `${stranger.url}/keys` })
    expect(await broken(discovery, other)).toEqual({ statuses: [503, 503], asked: [discovery] })
    expect(stranger.asked).toEqual([])
  })

  it('leads nowhere: not by a redirect, and not to keys on this machine or over plain http', async () => {
    expect(
      await broken(discovery, (response) => response.writeHead(302, { location: `${stranger.url}${discovery}` }).end()),
    ).toMatchObject({ statuses: [503, 503] })
    expect(
      await broken('/keys', (response) => response.writeHead(302, { location: `${stranger.url}/keys` }).end()),
    ).toMatchObject({ statuses: [503, 503] })
    for (const jwks_uri of [`${stranger.url}/keys`, 'http://169.254.169.254/keys', 'file:///etc/passwd', '/keys', 7]) {
      const leads: Respond = (response, { headers }) =>
        sendJson(response, { issuer: `http://${headers.host}`, jwks_uri })
      expect([jwks_uri, await broken(discovery, leads)]).toMatchObject([jwks_uri, { statuses: [503, 503] }])
    }
    expect(stranger.asked).toEqual([])
  })

  it('that says no end of things is not listened to', async () => {
    expect(await broken(discovery, (response) => response.end(`{"x":"${'x'.repeat(300_000)}"}`))).toMatchObject({
      statuses: [503, 503],
    })
    for (const text of ['', '[]', '7', 'null', '{', '{"issuer":null}'])
      expect(await broken(discovery, (response) => response.end(text))).toMatchObject({ statuses: [503, 503] })
  })
})

describe('a policy', () => {
  const add = async (changed: Parameters<typeof githubPolicy>[1]) =>
    (await acme.addTrust({ body: { ...githubPolicy(provider.url), name: 'more', ...changed } })).status

  it('names an issuer that those who run the catalog have named', async () => {
    for (const issuer of [
      stranger.url,
      'http://169.254.169.254',
      'https://internal',
      'file:///x',
      '',
      `${provider.url}/`,
    ])
      expect([issuer, await add({ issuer })]).toEqual([issuer, 422])
    expect(stranger.asked).toEqual([])
  })

  it('names numbers and not names, and never all branches', async () => {
    const ref = 'refs/heads/main'
    for (const claims of [
      { ref },
      { repository: 'shop/orders', ref },
      { repository_id: 'shop/orders', ref },
      { repository_id: '4711' },
      { repository_id: '4711', actor: 'ann' },
      { repository_id: '4711', repository_owner_id: 'shop', ref },
    ])
      expect([claims, await add({ claims })]).toEqual([claims, 422])
    for (const claims of [
      { project_id: '42' },
      { project_path: 'a/b', ref_path: ref },
      { project_id: '42', ref: 'main' },
    ])
      expect([claims, await add({ claims, provider: 'gitlab' })]).toEqual([claims, 422])
    const issuer = 'https://token.actions.githubusercontent.com'
    expect(await add({ provider: 'other', issuer, claims: { sub: 'repo:shop/orders:ref:refs/heads/main' } })).toBe(422)
    expect(await add({ provider: 'other', claims: { aud: url } })).toBe(422)
  })

  it('gives no more than whoever makes it has, and never lets administer', async () => {
    const some = await catalog.client({ namespaces: ['shop'] })
    const body = { ...githubPolicy(provider.url), name: 'more', namespaces: ['pay'] }
    expect((await some.addTrust({ body })).status).toBe(403)
    expect(await add({ permissions: ['admin'] as never })).toBe(422)
    const reader = await catalog.client({ permissions: ['contracts:read'] })
    expect((await reader.addTrust({ body })).status).toBe(403)
    expect((await reader.listTrust()).status).toBe(403)
  })

  it('is not replaced by another one of its name', async () => {
    expect(await add({ name: 'orders', namespaces: ['*'] })).toBe(409)
  })

  it('T55 of another organisation is not seen, and not taken away', async () => {
    expect(await beta.listTrust()).toMatchObject({ body: { items: [{ claims: { repository_id: '5000' } }] } })
    const { status } = await beta.removeTrust({ path: { trustName: 'orders-gitlab' } })
    expect(status).toBe(404)
    expect((await acme.listTrust()).body).toMatchObject({ items: [{ name: 'orders' }, { name: 'orders-gitlab' }] })
  })
})
