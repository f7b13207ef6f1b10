/** The issuers of the services that most jobs run on. */
export const usualIssuers = {
  github: 'https://token.actions.githubusercontent.com',
  gitlab: 'https://gitlab.com',
} as const

/**
 * Whether this is the address of an issuer (OpenID Connect Discovery 1.0, section 3), or of a catalog: https, or http on this
 * machine alone, without a user, a query or a fragment.
 */
export function isServiceAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false
  const { protocol, username, password, href, hostname } = new URL(text)
  if (username !== '' || password !== '' || /[?#\s]/.test(text)) return false
  // Another spelling of the same address would be another issuer.
  if (href !== text && href !== `${text}/`) return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Keys lie where the issuer says; one that is reached by https does not send us to plain http, nor into this machine. */
export function isKeyAddress(text: unknown, issuer: string): text is string {
  if (typeof text !== 'string' || !URL.canParse(text)) return false
  const { protocol, hostname, origin, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  if (origin === new URL(issuer).origin) return true
  return protocol === 'https:' && !isLoopback(hostname)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
