import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { callerAddress } from '../../util/caller-address.js'
import type { ServiceContext } from '../service/index.js'
import { serverAddress } from './address/server-address.js'
import { securityHeaders } from './http-headers.js'
import { createLoading } from './loading/create-loading.js'
import { createFrames } from './reference/frames.js'
import { openVendored } from './reference/vendored.js'
import { assetRoutes } from './routes/assets.js'
import { auditRoutes } from './routes/audit.js'
import { contractRoutes } from './routes/contracts.js'
import { deploymentRoutes } from './routes/deployments.js'
import { flowRoutes } from './routes/flows.js'
import { overviewRoutes } from './routes/overview.js'
import { partRoutes } from './routes/parts.js'
import type { PeopleSettings } from './routes/people.js'
import { referenceRoutes } from './routes/reference.js'
import { reviewRoutes } from './routes/reviews.js'
import { signInRoutes } from './routes/sign-in.js'
import { type Around, problem, type Surroundings, slowDown, viewerOf } from './routes/surroundings.js'
import { tokenRoutes } from './routes/tokens.js'
import { sessionCookies } from './session/session-cookies.js'
import { callerFor, createSessions, permissionsOf, type Session } from './session/sessions.js'

export interface PagesSettings {
  readonly context: ServiceContext
  /** Whether browsers reach the pages over TLS, at this server or in front of it. Default: false. */
  readonly isSecure?: boolean | undefined
  /** Organisation whose contracts may be read without signing in. Default: none. */
  readonly publicRead?: string | undefined
  /** Lets people in with an account of their organisation. Default: a token is the only way. */
  readonly people?: PeopleSettings | undefined
  /** Version of tenantkit, which the reports of changes name. */
  readonly toolVersion: string
  /**
   * Seconds that somebody has to wait before one more page, or undefined: asked with the name of the session, or the address of
   * those who have none. Default: nobody waits.
   */
  readonly take?: ((name: string) => number | undefined) | undefined
  /** Told about every error that people see as 500. */
  readonly onError: (error: unknown) => void
}

/** The catalog's pages: everything outside of `/v1`. */
export type Pages = (request: Request, connection?: Connection) => Promise<Response>

export interface Connection {
  /** IP address that it comes from. Default: it is not known. */
  readonly address?: string | undefined
}

/** Bytes of a form. */
const mostBytes = 64 * 1024

/**
 * Makes the pages over the same service that the API stands on, so that both let the same callers do the same things. They
 * are whole without scripts, and load nothing from any other host.
 */
export function createPages(settings: PagesSettings): Pages {
  const { context, isSecure = false, publicRead, people, toolVersion, onError, take = () => undefined } = settings
  const { store, tickets, now, random } = context
  const sessions = createSessions({ tickets, roles: people?.roles, findToken: (id) => store.token(id), now, random })
  const cookies = sessionCookies(isSecure)
  const app = new Hono<Surroundings>()

  app.use(async (around, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders))
      if (!around.res.headers.has(name)) around.res.headers.set(name, value)
    if (isSecure) around.res.headers.set('strict-transport-security', 'max-age=31536000')
    if (!around.res.headers.has('cache-control')) around.res.headers.set('cache-control', 'private, no-store')
  })
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (around: Around) =>
        problem(around, 413, { title: 'Too much', detail: 'The form is longer than any of ours.' }),
    }),
  )
  const vendored = openVendored()
  const frames = vendored && createFrames(vendored)
  assetRoutes(app, frames)
  app.on(['GET', 'POST'], ['/sign-in/*', '/sign-out'], async (around, next) => {
    const wait = take(addressOf(around))
    return wait === undefined ? next() : slowDown(around, wait)
  })
  signInRoutes(app, context, { sessions, cookies, people })

  app.use(async (around, next) => {
    const session = (await sessions.find(getCookie(around, cookies.session) ?? '')) ?? anonymous(publicRead)
    const isAnonymous = session?.actor === 'anonymous'
    const isKnown = session !== undefined && !isAnonymous
    const wait = take(isKnown ? `${session.organisation} ${session.actor}` : addressOf(around))
    if (wait !== undefined) return slowDown(around, wait)
    if (!session) {
      const [, first = ''] = around.req.path.split('/')
      if (!areas.has(first)) return around.notFound()
      return around.redirect(serverAddress({ page: 'sign-in' }), 303)
    }
    around.set('viewer', viewerOf(session))
    around.set('session', session)
    around.set('caller', callerFor(session, 'contracts:read'))
    if (permissionsOf(session).includes('contracts:read')) return next()
    return problem(around, 403, { title: 'Not allowed', detail: 'You do not read contracts.' })
  })
  overviewRoutes(app, context)
  const loading = createLoading(context, toolVersion)
  contractRoutes(app, loading)
  partRoutes(app, loading)
  referenceRoutes(app, loading, frames)
  deploymentRoutes(app, context)
  flowRoutes(app, context)
  reviewRoutes(app, context)
  auditRoutes(app, context)
  tokenRoutes(app, context)

  app.notFound((around) => problem(around, 404, { title: 'Not found', detail: 'There is no such page.' }))
  app.onError((error, around) => {
    onError(error)
    return problem(around, 500, {
      title: 'Something went wrong',
      detail: 'It is our fault, and it has been written down.',
    })
  })
  return async (request, connection = {}) => app.fetch(request, connection)

  function addressOf(around: Around): string {
    const { headers } = around.req.raw
    return callerAddress({ address: around.env.address, headers, isBehindProxy: isSecure })
  }
}

/** First segments of pages: nobody is asked to sign in for what is not there anyway. */
const areas: ReadonlySet<string> = new Set([
  '',
  'contracts',
  'changes',
  'deployments',
  'reviews',
  'audit',
  'map',
  'compliance',
  'tenants',
  'tokens',
])

function anonymous(organisation: string | undefined): Session | undefined {
  if (organisation === undefined) return undefined
  return { organisation, actor: 'anonymous', grants: [{ permissions: ['contracts:read'], namespaces: [] }], proof: '' }
}
