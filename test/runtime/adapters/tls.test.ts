import { createHash, X509Certificate } from 'node:crypto'
import { createServer as createTlsServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createServer } from '../../../src/runtime/src/gen1/server/index.js'
import { memoryIdempotency } from '../../../src/runtime/src/index.js'
import { nodeListener } from '../../../src/runtime/src/node/index.js'
import { cert, key } from '../../support/certificate.js'
import { acme, believing, orderOf, tokenOf } from '../support/app.js'
import { contract } from '../support/contract.js'

const thumbprint = createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url')

const open: { close: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

async function serve(ca: string | undefined): Promise<number> {
  const server = createServer(contract, {
    handlers: Object.fromEntries(
      contract.operations.map(({ id }) => [id, () => ({ status: 200, body: orderOf('acme') })]),
    ),
    authenticate: believing,
    idempotency: memoryIdempotency(),
    tenantOfCertificate: ({ subjectAltNames }) =>
      subjectAltNames.map((name) => /^DNS:(\w+)\.example\.com$/.exec(name)?.[1]).find(Boolean),
  })
  const https = createTlsServer(
    { key, cert, ...(ca !== undefined && { ca }), requestCert: true, rejectUnauthorized: false },
    nodeListener(server),
  )
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve))
  open.push({
    close() {
      https.closeAllConnections()
      https.close()
    },
  })
  return (https.address() as AddressInfo).port
}

function statusOf(port: number, claims: object, client: { key: string; cert: string } | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${tokenOf({ ...acme, ...claims })}` }
    const options = { port, host: '127.0.0.1', path: '/orders/o1', ca: cert, agent: false, headers, ...client }
    request(options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .once('error', reject)
      .end()
  })
}

describe('client certificates over node', () => {
  it('T22 are those of the connection', async () => {
    const port = await serve(cert)
    const cnf = { 'x5t#S256': thumbprint }
    expect(await statusOf(port, { cnf }, { key, cert })).toBe(200)
    expect(await statusOf(port, { cnf }, undefined)).toBe(403)
    expect(await statusOf(port, { cnf: { 'x5t#S256': 'another' } }, { key, cert })).toBe(403)
    expect(await statusOf(port, { tenant_id: 'beta' }, { key, cert })).toBe(403)
  })

  it('T22 count for nothing when their chain does not hold', async () => {
    const port = await serve(undefined)
    expect(await statusOf(port, { cnf: { 'x5t#S256': thumbprint } }, { key, cert })).toBe(403)
    expect(await statusOf(port, {}, { key, cert })).toBe(200)
  })
})
