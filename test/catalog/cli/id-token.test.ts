import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idTokenSource } from '../../../src/api/catalog/id-token.js'
import { claimsOf } from '../../../src/api/catalog/trust.js'
import { type OidcProvider, oidcProvider, sendJson } from '../support/oidc-provider.js'

describe('where a job has its ID token from', () => {
  let provider: OidcProvider
  beforeAll(async () => {
    provider = await oidcProvider()
  })
  afterAll(() => provider.close())

  const github = (address: string) =>
    idTokenSource({ ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret' })
  const ask = (address = `${provider.url}/token?api-version=2.0`) => github(address)?.('https://catalog.example')

  it('is a variable, before it is a service', async () => {
    const environment = { TENANTKIT_CATALOG_ID_TOKEN: ' a.b.c\n', ACTIONS_ID_TOKEN_REQUEST_URL: 'x' }
    expect(await idTokenSource(environment)?.('https://catalog.example')).toEqual({ text: 'a.b.c' })
  })

  it.each([{}, { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' }, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }])(
    'is nowhere: %j',
    (environment) => expect(idTokenSource(environment)).toBeUndefined(),
  )

  it('is a service that is told whom the token is for', async () => {
    let asked = ''
    provider.answer('/token', (response, { url, headers }) => {
      asked = `${headers.authorization} ${url}`
      sendJson(response, { count: 1, value: 'a.b.c' })
    })
    expect(await ask()).toEqual({ text: 'a.b.c' })
    expect(asked).toBe('Bearer request-secret /token?api-version=2.0&audience=https%3A%2F%2Fcatalog.example')
  })

  it.each([
    [500, '{"value":"x"}', 'it answers with 500'],
    [200, '{"value":7}', 'there is none in its answer'],
    [200, '[]', 'there is none in its answer'],
    [200, 'no', 'it does not answer'],
  ])('that answers %s with %s is told of', async (status, text, reason) => {
    provider.answer('/token', (response) => response.writeHead(status).end(text))
    const problem = await ask()
    expect(problem).toMatchObject({ code: 'TK5330', message: `the CI service gives no ID token: ${reason}` })
    expect(JSON.stringify(problem)).not.toContain('request-secret')
  })

  it('is not sent the secret of the job anywhere else', async () => {
    let followed = false
    provider.answer('/else', (response) => {
      followed = true
      sendJson(response, { value: 'x' })
    })
    provider.answer('/token', (response) => response.writeHead(302, { location: `${provider.url}/else` }).end())
    expect(await ask()).toMatchObject({ code: 'TK5330' })
    expect(followed).toBe(false)
    expect(await ask('http://ci.example/token')).toMatchObject({ message: expect.stringContaining('is not https') })
    expect(await ask('nowhere')).toMatchObject({ message: expect.stringContaining('is no URL') })
  })
})

describe('the claims of a policy', () => {
  it('have the names that the service gives them', () => {
    const flags = { 'repository-id': '1', 'owner-id': '2', ref: 'r', environment: 'e', workflow: 'w', claim: ['x=y=z'] }
    expect(claimsOf({ provider: 'github', ...flags })).toEqual({
      claims: {
        repository_id: '1',
        repository_owner_id: '2',
        ref: 'r',
        environment: 'e',
        job_workflow_ref: 'w',
        x: 'y=z',
      },
    })
    expect(claimsOf({ provider: 'gitlab', ...flags })).toEqual({
      claims: { project_id: '1', namespace_id: '2', ref_path: 'r', environment: 'e', ci_config_ref_uri: 'w', x: 'y=z' },
    })
  })

  it.each([
    [{ provider: 'other', ref: 'x' }, '--ref means nothing for this provider: use --claim'],
    [{ provider: 'github', claim: ['sub'] }, '--claim wants NAME=VALUE'],
    [{ provider: 'github', ref: 'x', claim: ['ref=y'] }, '--claim names a claim twice'],
  ])('%j are refused', (flags, problem) => expect(claimsOf(flags)).toEqual({ problem }))
})
