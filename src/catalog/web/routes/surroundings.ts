import type { Context } from 'hono'
import { type Caller, type Refused, type ServiceContext, secondsWhenBusy } from '../../service/index.js'
import { serverAddress } from '../address/server-address.js'
import { mapScriptFile, styleSheet } from '../assets/assets.js'
import { ProblemPage, type ShownProblem } from '../pages/problem.js'
import { permissionsOf, type Session } from '../session/sessions.js'
import type { Site, Viewer } from '../view/site.js'
import { counted } from '../view/text.js'

/** What routes find beside the request. */
export interface Surroundings {
  readonly Bindings: {
    /** IP address that the connection comes from, where it is known. */
    readonly address?: string | undefined
  }
  readonly Variables: {
    /** Whoever looks; nobody gets past the sign-in without. */
    readonly viewer: Viewer
    readonly caller: Caller
    readonly session: Session
  }
}

export type Around = Context<Surroundings>

export interface RouteSettings {
  readonly context: ServiceContext
}

export function siteOf(viewer: Viewer | undefined): Site {
  return { href: serverAddress, viewer, style: styleSheet.name, script: mapScriptFile.name }
}

export function viewerOf(session: Session): Viewer {
  const { organisation, actor, proof, account } = session
  const permissions = permissionsOf(session)
  return {
    organisation,
    actor,
    permissions,
    proof,
    isAnonymous: actor === 'anonymous',
    hasAccount: account !== undefined,
  }
}

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

/** Elements become markup, escaped, when they become text. */
export function render(around: Around, page: { toString(): string }, status: Status = 200): Response {
  return around.html(`<!doctype html>${page.toString()}`, status)
}

const refusals = {
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'No longer possible'],
  'not-usable': [422, 'That cannot be used'],
  busy: [503, 'Not now'],
} as const

/** The page for what the service refuses. */
export function refuse(around: Around, { reason, detail }: Pick<Refused, 'reason' | 'detail'>): Response {
  const [status, title] = refusals[reason]
  if (status === 503) around.header('retry-after', String(secondsWhenBusy))
  return problem(around, status, { title, detail })
}

/** The page for somebody who asks for too much. */
export function slowDown(around: Around, seconds: number): Response {
  const whole = Math.max(1, Math.ceil(seconds))
  around.header('retry-after', String(whole))
  const detail = `More pages were asked for than anybody reads. Try again in ${counted(whole, 'second')}.`
  return problem(around, 429, { title: 'Too many requests', detail })
}

export function problem(around: Around, status: Status, shown: ShownProblem): Response {
  const page = ProblemPage({ site: siteOf(around.get('viewer')), problem: shown })
  return render(around, page, status)
}
