import type { Contract, SecurityRequirement } from '../../contract/model/index.js'

/** What a caller with credentials sends besides: lines of the head, pairs of the query. */
export interface Credentials {
  readonly lines: readonly string[]
  readonly query: readonly string[]
}

/**
 * The credentials of one alternative, with words in angle brackets for what is secret. `whose`: who has them, or what they
 * say: `of another tenant`.
 */
export function credentialsOf(
  { schemes }: SecurityRequirement,
  { securitySchemes }: Contract,
  whose?: string,
): Credentials {
  const lines: string[] = []
  const query: string[] = []
  const secret = (what: string): string => (whose === undefined ? what : `${what} ${whose}`)
  for (const [name, scopes] of schemes) {
    const scheme = securitySchemes.get(name)
    if (scheme?.type === 'apiKey') {
      if (scheme.in === 'query') query.push(`${encodeURIComponent(scheme.parameter)}=<${secret('key')}>`)
      else
        lines.push(
          scheme.in === 'header'
            ? `${scheme.parameter}: <${secret('key')}>`
            : `Cookie: ${scheme.parameter}=<${secret('key')}>`,
        )
    } else if (scheme?.type === 'http' && scheme.scheme.toLowerCase() !== 'bearer') {
      lines.push(`Authorization: ${scheme.scheme} <${secret('credentials')}>`)
    } else if (scheme?.type === 'http' || scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect') {
      lines.push(`Authorization: Bearer <${secret('token')}${scopes.length > 0 ? ` for ${scopes.join(' ')}` : ''}>`)
    }
  }
  return { lines, query }
}

/** The same on the way to a broker: a line for each, before those of the message. */
export function brokerCredentials(
  { schemes }: SecurityRequirement,
  { securitySchemes }: Contract,
  whose?: string,
): readonly string[] {
  return [...schemes].map(([name, scopes]) => {
    const scheme = securitySchemes.get(name)
    const kind = scheme?.type === 'broker' ? scheme.mechanism : (scheme?.type ?? name)
    return `credentials <${whose === undefined ? kind : `${kind} ${whose}`}${scopes.length > 0 ? ` for ${scopes.join(' ')}` : ''}>`
  })
}
