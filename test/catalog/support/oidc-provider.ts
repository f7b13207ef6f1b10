import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

/** How a token is signed; by default as it should be. */
export interface Signing {
  readonly alg?: string
  /** Default: that of the key; none at all with ''. */
  readonly kid?: string
  /** Default: the key that the provider publishes. */
  readonly key?: Parameters<SignJWT['sign']>[0]
  readonly header?: Readonly<Record<string, unknown>>
}

export interface OidcProvider {
  /** Its address, which is what its tokens say of their issuer. */
  readonly url: string
  /** Paths that it was asked for. */
  readonly asked: readonly string[]
  /** The key that it publishes now. */
  readonly publicKey: JWK
  sign(claims: Readonly<Record<string, unknown>>, signing?: Signing): Promise<string>
  /** Publishes another key instead. */
  rotate(): Promise<void>
  /** Answers a path with something else than it should. */
  answer(path: string, respond: ((response: ServerResponse, request: IncomingMessage) => void) | undefined): void
  close(): Promise<void>
}

/** A provider of ID tokens on this machine: it publishes what it is, and its keys. Under another host it is another site. */
export async function oidcProvider(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<OidcProvider> {
  const asked: string[] = []
  const answers = new Map<string, (response: ServerResponse, request: IncomingMessage) => void>()
  let keys = await makeKeys(1)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://provider')
    asked.push(pathname)
    const respond = answers.get(pathname) ?? usual[pathname]
    if (respond) respond(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  const usual: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/.well-known/openid-configuration': (response) =>
      sendJson(response, {
        issuer: url,
        jwks_uri: `${url}/keys`,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        authorization_response_iss_parameter_supported: true,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    '/keys': (response) => sendJson(response, { keys: [keys.jwk] }),
  }
  return {
    url,
    asked,
    get publicKey() {
      return keys.jwk
    },
    sign(claims, { alg = 'RS256', kid = keys.jwk.kid ?? '', key = keys.privateKey, header } = {}) {
      const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg, ...(kid !== '' && { kid }), ...header })
      return jwt.sign(key, { crit: { [String(header?.['crit'])]: true } })
    },
    async rotate() {
      keys = await makeKeys(Number(keys.jwk.kid?.slice(1)) + 1)
    },
    answer(path, respond) {
      if (respond) answers.set(path, respond)
      else answers.delete(path)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function makeKeys(count: number) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: `k${count}`, alg: 'RS256', use: 'sig' }
  return { privateKey, jwk }
}
