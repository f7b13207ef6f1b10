import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import { fetchBounded } from './fetch-bounded.js'
import { remembering } from './remembering.js'

export interface CodeFlowSettings {
  readonly issuer: string
  readonly clientId: string
  /** Default: a public client, which PKCE alone protects. */
  readonly clientSecret?: string | undefined
  /** Where people come back to; registered with the issuer. */
  readonly redirectUri: () => string
  /** With blanks between. */
  readonly scope: string
  readonly now: () => Date
}

/** What ties the end of a flow to its beginning; only the browser that has begun it brings it back. */
export interface FlowSecrets {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
}

/** `reason` is for the audit; nothing that came from outside is in it. */
export type FlowEnd =
  | { readonly outcome: 'verified'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'refused'; readonly reason: string }

/** The authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 9700). */
export interface CodeFlow {
  /** Where people sign in; undefined when the issuer does not answer. */
  begin(secrets: FlowSecrets): Promise<URL | undefined>
  /** @param query of the address that they came back to. */
  end(query: string, secrets: FlowSecrets): Promise<FlowEnd>
}

export function createCodeFlow(settings: CodeFlowSettings): CodeFlow {
  const { issuer, redirectUri, scope, now } = settings
  const configured = remembering(() => configure(settings), now)
  return {
    async begin({ state, nonce, verifier }) {
      const configuration = await configured(issuer).catch(() => undefined)
      if (!configuration) return undefined
      return buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri(),
        scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
    },
    async end(query, { state, nonce, verifier }) {
      try {
        // Nothing of the request says where it went, but what we have told the issuer.
        const address = new URL(redirectUri())
        address.search = query
        const tokens = await authorizationCodeGrant(await configured(issuer), address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims ? { outcome: 'verified', claims } : { outcome: 'refused', reason: 'id-token-missing' }
      } catch (error) {
        return { outcome: 'refused', reason: reasonOf(error) }
      }
    },
  }
}

async function configure({ issuer, clientId, clientSecret }: CodeFlowSettings): Promise<Configuration> {
  const configuration = await discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === undefined ? None() : withSecret(clientSecret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- issuers on this machine have no TLS; others are not let in without
    { [customFetch]: bounded, ...(issuer.startsWith('http:') && { execute: [allowInsecureRequests] }) },
  )
  configuration[customFetch] = bounded
  // That the token came from the issuer's own address is not all that it takes to be believed.
  enableNonRepudiationChecks(configuration)
  return configuration
}

const bounded: CustomFetch = (url, { method, headers, body, signal }) =>
  fetchBounded(url, { method, headers, ...(body !== undefined && { body }), ...(signal && { signal }) })

/** In the header, which every issuer takes unless it says otherwise (OpenID Connect Core 1.0, section 9). */
function withSecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...others) => {
    const methods = server.token_endpoint_auth_methods_supported
    return methods && !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
      ? post(server, ...others)
      : basic(server, ...others)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code)
    ? code.toLowerCase().replaceAll('_', '-')
    : 'flow-failed'
}
