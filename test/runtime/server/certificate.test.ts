import { describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../../src/runtime/src/index.js'
import { acme, createApp, orderOf } from '../support/app.js'

/** As a proxy would tell it: thumbprint, then names. */
const certificateOf: ServerOptions['certificateOf'] = (headers) => {
  const [line] = headers('x-test-certificate')
  if (line === undefined) return undefined
  const [thumbprint = '', ...subjectAltNames] = line.split(' ')
  return { thumbprint, subjectAltNames }
}
const tenantOfCertificate: ServerOptions['tenantOfCertificate'] = ({ subjectAltNames }) =>
  subjectAltNames.map((name) => /^DNS:(\w+)\.example\.com$/.exec(name)?.[1]).find(Boolean)

const outcomeOf = async (claims: object, certificate?: string): Promise<readonly unknown[]> => {
  const app = createApp(
    { getOrder: ({ tenant }) => ({ status: 200, body: orderOf(tenant.id) }) },
    { certificateOf, tenantOfCertificate },
  )
  const headers = certificate === undefined ? [] : [['X-Test-Certificate', certificate] as const]
  const { status } = await app.call('/orders/o1', { as: { ...acme, ...claims }, headers })
  return [status, ...app.audit.events.map(({ reason }) => reason)]
}

describe('client certificates', () => {
  it('T22 of another tenant: 403', async () => {
    expect(await outcomeOf({}, 'abc DNS:acme.example.com')).toEqual([200])
    expect(await outcomeOf({}, 'abc DNS:beta.example.com')).toEqual([403, 'certificate'])
    expect(await outcomeOf({}, 'abc DNS:elsewhere.test')).toEqual([200])
    expect(await outcomeOf({})).toEqual([200])
  })

  it('T22 a token that is bound to a certificate, without it or with another one: 403', async () => {
    const cnf = { 'x5t#S256': 'abc' }
    const reason = 'credentials-bound-to-another-key'
    expect(await outcomeOf({ cnf }, 'abc')).toEqual([200])
    expect(await outcomeOf({ cnf }, 'abd')).toEqual([403, reason])
    expect(await outcomeOf({ cnf })).toEqual([403, reason])
  })

  it.each([[{ jkt: 'abc' }], [{ 'x5t#S256': 'abc', jkt: 'abc' }], [{}], ['abc'], [null], [{ 'x5t#S256': ['abc'] }]])(
    'T22 a binding that cannot be checked (%j): 403',
    async (cnf) => {
      expect((await outcomeOf({ cnf }, 'abc'))[0]).toBe(403)
    },
  )
})
