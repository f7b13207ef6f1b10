import type { CookieOptions } from 'hono/utils/cookie'
import { sessionLifetime } from './sessions.js'

/** How cookies are called and kept. */
export interface SessionCookies {
  readonly session: string
  /** Of the sign-in form, before there is a session. */
  readonly entry: string
  readonly lasting: CookieOptions
}

/** @param isSecure whether pages come over TLS; then no other host and no plain connection can set these cookies. */
export function sessionCookies(isSecure: boolean): SessionCookies {
  const prefix = isSecure ? '__Host-' : ''
  return {
    session: `${prefix}tenantkit-session`,
    entry: `${prefix}tenantkit-entry`,
    lasting: { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure, maxAge: sessionLifetime / 1000 },
  }
}
