import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { grantsOf } from '../../access/index.js'
import type { PersonOrigin } from '../../model/index.js'
import type { CodeFlow } from '../../oidc/code-flow.js'
import { type ServiceContext, signIn, tellSignInRefused } from '../../service/index.js'
import { serverAddress } from '../address/server-address.js'
import { beginFlow, openFlow } from '../session/flow-cookie.js'
import { type ClaimRules, personOf } from '../session/person-of.js'
import type { SessionCookies } from '../session/session-cookies.js'
import { type Sessions, sessionLifetime } from '../session/sessions.js'
import type { Around, Surroundings } from './surroundings.js'

/** How people sign in with the account that their organisation has given them. */
export interface PeopleSettings extends ClaimRules {
  readonly flow: CodeFlow
  readonly organisation: string
  /** Whether one more refusal may be told to the audit of the organisation: anybody can make us refuse things. */
  readonly mayTell: (organisation: string) => boolean
}

export interface PeopleRoutes {
  readonly sessions: Sessions
  readonly cookies: SessionCookies
  /** The page to sign in at, with what went wrong. */
  readonly form: (around: Around, status: 403 | 503, trouble: string) => Response
}

/** To the issuer, and back with its word for who it is. Where people get to afterwards is ours to say, and nobody else's. */
export function peopleRoutes(
  app: Hono<Surroundings>,
  context: ServiceContext,
  people: PeopleSettings,
  { sessions, cookies, form }: PeopleRoutes,
): void {
  const { flow, organisation, roles, mayTell } = people
  const { tickets, random } = context

  app.get('/sign-in/account', async (around) => {
    const { secrets, cookie } = await beginFlow(tickets, organisation, random)
    const address = await flow.begin(secrets)
    if (!address) return form(around, 503, 'The service that knows your account does not answer. Please try later.')
    setCookie(around, cookies.flow, cookie, cookies.short)
    return around.redirect(address.href, 303)
  })

  app.get('/sign-in/callback', async (around) => {
    const secrets = await openFlow(tickets, organisation, getCookie(around, cookies.flow) ?? '')
    // Whatever becomes of it, it is for one try.
    setCookie(around, cookies.flow, '', { ...cookies.short, maxAge: 0 })
    if (!secrets) return form(around, 403, 'The sign-in was not begun in this browser, or too long ago.')
    const end = await flow.end(new URL(around.req.url).search, secrets)
    if (end.outcome === 'refused') return refuse(around, end.reason)
    const known = personOf(end.claims, people)
    if (!known) return refuse(around, 'subject-unusable')
    const { person, name } = known
    if (grantsOf(roles, person.groups).length === 0) return refuse(around, 'no-role', person)
    const token = await signIn(context, { organisation, person, name, lifetime: sessionLifetime })
    setCookie(around, cookies.session, await sessions.begin(token), cookies.lasting)
    setCookie(around, cookies.entry, '', { ...cookies.lasting, maxAge: 0 })
    return around.redirect(serverAddress({ page: 'overview' }), 303)
  })

  async function refuse(around: Around, reason: string, person?: PersonOrigin): Promise<Response> {
    if (mayTell(organisation)) await tellSignInRefused(context, { organisation, reason, person })
    const trouble = person
      ? 'Your account has no role in this catalog. Whoever runs it gives roles to groups.'
      : 'The sign-in could not be completed. Please try again.'
    return form(around, 403, trouble)
  }
}
