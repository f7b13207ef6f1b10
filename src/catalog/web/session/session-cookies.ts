import type { CookieOptions } from 'hono/utils/cookie'
import { flowLifetime } from './flow-cookie.js'
import { sessionLifetime } from './sessions.js'

/** How cookies are called and kept. */
export interface SessionCookies {
  readonly session: string
  /** Of the sign-in form, before there is a session. */
  readonly entry: string
  /** Of a sign-in that is under way. */
  readonly flow: string
  readonly lasting: CookieOptions
  /** For as long as people take to sign in elsewhere. */
  readonly short: CookieOptions
}

/** @param isSecure whether pages come over TLS; then no other host and no plain connection can set these cookies. */
export function sessionCookies(isSecure: boolean): SessionCookies {
  const prefix = isSecure ? '__Host-' : ''
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  return {
    session: `${prefix}tenantkit-session`,
    entry: `${prefix}tenantkit-entry`,
    flow: `${prefix}tenantkit-flow`,
    lasting: { ...common, maxAge: sessionLifetime / 1000 },
    // Not `Strict`: people come back from another site.
    short: { ...common, maxAge: flowLifetime / 1000 },
  }
}
