import type { Contract, SecurityRequirement } from '../../contract/model/index.js'

/** What a caller with credentials sends besides: lines of the head, pairs of the query. */
export interface Credentials {
  readonly lines: readonly string[]
  readonly query: readonly string[]
}

/** The credentials of one alternative, with words in angle brackets for what is secret. */
export function credentialsOf({ schemes }: SecurityRequirement, { securitySchemes }: Contract): Credentials {
  const lines: string[] = []
  const query: string[] = []
  for (const [name, scopes] of schemes) {
    const scheme = securitySchemes.get(name)
    if (scheme?.type === 'apiKey') {
      if (scheme.in === 'query') query.push(`${encodeURIComponent(scheme.parameter)}=<key>`)
      else lines.push(scheme.in === 'header' ? `${scheme.parameter}: <key>` : `Cookie: ${scheme.parameter}=<key>`)
    } else if (scheme?.type === 'http' && scheme.scheme.toLowerCase() !== 'bearer') {
      lines.push(`Authorization: ${scheme.scheme} <credentials>`)
    } else if (scheme?.type === 'http' || scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect') {
      lines.push(`Authorization: Bearer <token${scopes.length > 0 ? ` for ${scopes.join(' ')}` : ''}>`)
    }
  }
  return { lines, query }
}
