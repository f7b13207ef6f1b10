import type { OAuthFlow } from '../../contract/model/index.js'

interface Asked {
  readonly scope?: string
  /** The address that is of interest, by its field. Default: the first that the flow goes to. */
  readonly field?: string | undefined
}

/** What is asked for a token (RFC 6749, sections 4.1 to 4.4 and 6; RFC 8628, section 3.1); undefined without an address. */
export function tokenRequest(flow: OAuthFlow, { scope, field }: Asked = {}): string | undefined {
  const { kind, authorizationUrl, tokenUrl, refreshUrl, deviceAuthorizationUrl } = flow
  const asked = scope === undefined ? '' : `&scope=${encodeURIComponent(scope)}`
  // RFC 6749, section 4.4: the client asks for itself.
  const client = kind === 'clientCredentials' ? ['Authorization: Basic <credentials of the client>'] : []
  const post = (url: string | undefined, body: string): string | undefined =>
    url &&
    [`POST ${url}`, ...client, 'Content-Type: application/x-www-form-urlencoded', '', `${body}${asked}`].join('\n')
  if (field === 'refreshUrl') return post(refreshUrl, 'grant_type=refresh_token&refresh_token=<token>')
  const isDirect = field === 'tokenUrl'
  if (kind === 'implicit' || (kind === 'authorizationCode' && !isDirect)) {
    const type = kind === 'implicit' ? 'token' : 'code'
    return authorizationUrl && `GET ${authorizationUrl}?response_type=${type}&client_id=<client>${asked}`
  }
  if (kind === 'deviceAuthorization' && !isDirect) return post(deviceAuthorizationUrl, 'client_id=<client>')
  return post(tokenUrl, grants[kind])
}

const grants: Readonly<Record<Exclude<OAuthFlow['kind'], 'implicit'>, string>> = {
  authorizationCode: 'grant_type=authorization_code&code=<code>',
  clientCredentials: 'grant_type=client_credentials',
  deviceAuthorization: 'grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=<code>',
  password: 'grant_type=password&username=<name>&password=<password>',
}
