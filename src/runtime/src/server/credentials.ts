import type { PresentedCredential } from '../auth/index.js'
import { decodeCookies, decodeQuery, type WireIssue } from '../wire/index.js'
import type { Call } from './call.js'
import type { Requirement } from './operation.js'
import type { ServerSecurityScheme } from './types.js'

/** What the caller presents for a scheme: undefined when nothing, `malformed` when it cannot be read. */
export function presentedFor({ name, scheme }: Requirement, call: Call): PresentedCredential | 'malformed' | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return keyOf(name, scheme, call)
    case 'http':
      return authorizationOf(name, scheme.scheme.toLowerCase(), call)
    case 'oauth2':
    case 'openIdConnect':
      return authorizationOf(name, 'bearer', call)
    case 'mutualTLS':
      // No adapter hands certificates over, so nobody can present one.
      return undefined
  }
}

/** RFC 9110, section 11.4. The scheme's name is compared without case. */
function authorizationOf(name: string, scheme: string, call: Call): PresentedCredential | 'malformed' | undefined {
  const lines = call.headers.all('authorization')
  if (lines.length === 0) return undefined
  // Two of them: something on the way may have verified the other one.
  if (lines.length > 1) return 'malformed'
  const match = /^([\w!#$%&'*+.^`|~-]+) +([\x21-\x7e]+)$/.exec(lines[0] ?? '')
  const given = match?.[1]
  const value = match?.[2]
  if (given === undefined || value === undefined) return 'malformed'
  if (given.toLowerCase() !== scheme) return undefined
  const kind = scheme === 'bearer' || scheme === 'basic' ? scheme : 'other'
  return { scheme: name, kind, value, request: call.request }
}

function keyOf(
  name: string,
  scheme: Extract<ServerSecurityScheme, { type: 'apiKey' }>,
  call: Call,
): PresentedCredential | 'malformed' | undefined {
  const values = keyValues(scheme, call)
  if (values === 'malformed' || values.length > 1) return 'malformed'
  const [value] = values
  return value === undefined ? undefined : { scheme: name, kind: 'key', value, request: call.request }
}

function keyValues(
  scheme: Extract<ServerSecurityScheme, { type: 'apiKey' }>,
  call: Call,
): readonly string[] | 'malformed' {
  if (scheme.in === 'header') return call.headers.all(scheme.name.toLowerCase())
  const issues: WireIssue[] = []
  const parameter = { name: scheme.name, property: 'key', in: scheme.in } as const
  const values =
    scheme.in === 'query'
      ? decodeQuery([parameter], call.query, issues)
      : decodeCookies([parameter], call.headers.all('cookie'), issues)
  if (issues.length > 0) return 'malformed'
  return typeof values['key'] === 'string' ? [values['key']] : []
}
