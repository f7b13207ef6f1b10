import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parseToken, tokenAuthenticator } from '../../access/index.js'
import { type ServiceContext, signOut } from '../../service/index.js'
import { serverAddress } from '../address/server-address.js'
import { SignInPage } from '../pages/sign-in.js'
import { isFromHere, isSameProof } from '../session/same-site.js'
import { type SessionCookies } from '../session/session-cookies.js'
import { callerFor, type Sessions } from '../session/sessions.js'
import { type PeopleSettings, peopleRoutes } from './people.js'
import { type Around, problem, render, type Surroundings, siteOf } from './surroundings.js'

export interface SignInSettings {
  readonly sessions: Sessions
  readonly cookies: SessionCookies
  /** Default: a token is the only way in. */
  readonly people?: PeopleSettings | undefined
}

/** Signing in, with a token or an account, and out again. What comes in a token never goes out, whatever becomes of it. */
export function signInRoutes(
  app: Hono<Surroundings>,
  context: ServiceContext,
  { sessions, cookies, people }: SignInSettings,
): void {
  const { store, now, random } = context
  const authenticator = tokenAuthenticator((id) => store.token(id), now)

  app.get('/sign-in', (around) => form(around, 200))
  if (people) peopleRoutes(app, context, people, { sessions, cookies, form })

  app.post('/sign-in', async (around) => {
    const { token, proof } = await around.req.parseBody()
    if (!isFromHere(around.req.raw.headers) || !isSameProof(proof, getCookie(around, cookies.entry)))
      return form(around, 403, 'The form was not sent from this page. Please try again.')
    const value = typeof token === 'string' ? token.trim() : ''
    const found = await authenticator.authenticate({ scheme: 'token', kind: 'bearer', value })
    const record = found.outcome === 'authenticated' ? await store.token(parseToken(value)?.id ?? '') : undefined
    if (!record) return form(around, 403, 'That is no token of this catalog, or it does not hold any more.')
    setCookie(around, cookies.session, await sessions.begin(record), cookies.lasting)
    setCookie(around, cookies.entry, '', { ...cookies.lasting, maxAge: 0 })
    return around.redirect(serverAddress({ page: 'overview' }), 303)
  })

  app.post('/sign-out', async (around) => {
    const { proof } = await around.req.parseBody()
    const session = await sessions.find(getCookie(around, cookies.session) ?? '')
    if (session && !(isFromHere(around.req.raw.headers) && isSameProof(proof, session.proof)))
      return problem(around, 403, notFromHere)
    // A copy of the cookie is worth nothing then, either.
    if (session?.account) await signOut(context, callerFor(session, 'contracts:read'), session.account.token)
    setCookie(around, cookies.session, '', { ...cookies.lasting, maxAge: 0 })
    return around.redirect(serverAddress({ page: 'sign-in' }), 303)
  })

  function form(around: Around, status: 200 | 403 | 503, trouble?: string): Response {
    const proof = random(24).toString('base64url')
    setCookie(around, cookies.entry, proof, cookies.lasting)
    const page = SignInPage({
      site: siteOf(undefined),
      signIn: { proof, problem: trouble, hasAccounts: people !== undefined },
    })
    return render(around, page, status)
  }
}

export const notFromHere = {
  title: 'Not from here',
  detail: 'The form was not sent from a page of this catalog. Go back, load the page again, and try once more.',
}
