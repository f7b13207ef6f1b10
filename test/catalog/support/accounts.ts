import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type OidcProvider, type Signing, sendJson } from './oidc-provider.js'

export const client = { id: 'catalog', secret: 'secret-of-the-client' }

export interface Accounts {
  /** Claims of whoever sits in front of the provider. */
  person: Readonly<Record<string, unknown>>
  /** What is changed of the next ID tokens. */
  changed: Readonly<Record<string, unknown>>
  signing: Signing
  /** What is changed of the address that people are sent back to. */
  back: (address: URL) => void
}

interface Begun {
  readonly challenge: string
  readonly nonce: string
  readonly redirectUri: string
}

/** Lets people sign in at a provider: a page with one button, a code for it, and an ID token for the code, once. */
export function accountsAt(provider: OidcProvider): Accounts {
  const begun = new Map<string, Begun>()
  const accounts: Accounts = { person: {}, changed: {}, signing: {}, back: () => undefined }
  provider.answer('/authorize', (response, request) => {
    const asked = new URL(request.url ?? '', provider.url).searchParams
    if (request.method !== 'POST') return sendPage(response, String(accounts.person['sub']))
    const code = randomUUID()
    begun.set(code, {
      challenge: asked.get('code_challenge_method') === 'S256' ? (asked.get('code_challenge') ?? '') : '',
      nonce: asked.get('nonce') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
    })
    const address = new URL(asked.get('redirect_uri') ?? '')
    for (const [name, value] of Object.entries({ code, state: asked.get('state') ?? '', iss: provider.url }))
      address.searchParams.set(name, value)
    accounts.back(address)
    response.writeHead(302, { location: address.href }).end()
  })
  provider.answer('/token', (response, request) => void giveToken(response, request))
  return accounts

  async function giveToken(response: ServerResponse, request: IncomingMessage): Promise<void> {
    const form = new URLSearchParams(await textOf(request))
    const code = form.get('code') ?? ''
    const known = begun.get(code)
    begun.delete(code)
    const [id, secret] = basicOf(request.headers.authorization ?? '')
    const isClient = id === client.id && secret === client.secret
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!known || !isClient || known.challenge !== verifier || known.redirectUri !== form.get('redirect_uri')) {
      sendJson(response, { error: 'invalid_grant' }, 400)
      return
    }
    const iat = Math.floor(Date.now() / 1000)
    const claims = { iss: provider.url, aud: client.id, iat, exp: iat + 300, nonce: known.nonce, ...accounts.person }
    const id_token = await provider.sign({ ...claims, ...accounts.changed }, accounts.signing)
    sendJson(response, { access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token })
  }
}

function sendPage(response: ServerResponse, name: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><title>Provider</title><link rel="icon" href="data:,"><form method="post"><button>Continue as ${name}</button></form>`,
  )
}

/** Both parts are encoded as in forms (RFC 6749, section 2.3.1). */
function basicOf(header: string): readonly string[] {
  return Buffer.from(header.replace(/^Basic /, ''), 'base64')
    .toString()
    .split(':')
    .map(decodeURIComponent)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
