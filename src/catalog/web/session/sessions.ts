import type { Tickets } from '@tenantkit/runtime'
import { authenticationOf, type Grant, grantsOf, type RoleRule } from '../../access/index.js'
import type { PersonOrigin } from '../../model/index.js'
import type { Caller } from '../../service/index.js'
import type { TokenRecord } from '../../store/index.js'
import { ticketContext } from './ticket-context.js'

/** Somebody who has signed in, with a token that still holds. */
export interface Session {
  readonly organisation: string
  readonly actor: string
  /** What they may do, and where. */
  readonly grants: readonly Grant[]
  /** Of whoever has one: who they are, and the token that stands for the session. */
  readonly account?: { readonly person: PersonOrigin; readonly token: string } | undefined
  /** What forms of this session bring along. */
  readonly proof: string
}

/** All that they may do somewhere. */
export function permissionsOf({ grants }: Session): readonly string[] {
  return [...new Set(grants.flatMap(({ permissions }) => permissions))]
}

/** Whoever asks for something that takes a permission: with the namespaces where they have it, and no others. */
export function callerFor({ organisation, actor, grants }: Session, permission: string): Caller {
  const namespaces = grants.flatMap((grant) => (grant.permissions.includes(permission) ? grant.namespaces : []))
  return { organisation, actor, namespaces }
}

export interface SessionsOptions {
  readonly tickets: Tickets
  /** What people are by their groups. Default: nothing. */
  readonly roles?: readonly RoleRule[] | undefined
  readonly findToken: (id: string) => Promise<TokenRecord | undefined>
  readonly now: () => Date
  readonly random: (size: number) => Buffer
}

export interface Sessions {
  /** The text of a cookie for whoever has shown this token. */
  begin(token: TokenRecord): Promise<string>
  /** Undefined when it is over, was made up, or its token does not hold any more. */
  find(cookie: string): Promise<Session | undefined>
}

/** Milliseconds: a working day. */
export const sessionLifetime = 8 * 3600 * 1000

interface Sealed {
  readonly token: string
  readonly proof: string
}

/**
 * Sessions that are kept nowhere: the cookie is a ticket, encrypted and bound to the organisation, and names the token. The
 * token is looked up each time, so that whoever revokes it ends the session, too.
 */
export function createSessions({ tickets, roles = [], findToken, now, random }: SessionsOptions): Sessions {
  return {
    async begin({ organisation, id }) {
      const sealed: Sealed = { token: id, proof: random(24).toString('base64url') }
      const ticket = await tickets.issue(sealed, {
        lifetime: sessionLifetime,
        context: ticketContext('web-session', organisation),
      })
      return `${organisation}~${ticket}`
    },
    async find(cookie) {
      const [, organisation, ticket] = /^([a-z0-9][a-z0-9_-]{0,62})~([\w.-]{1,2000})$/.exec(cookie) ?? []
      if (organisation === undefined || ticket === undefined) return undefined
      const sealed = await opened(ticket, organisation)
      const record = sealed && (await findToken(sealed.token))
      if (!record || record.organisation !== organisation) return undefined
      const found = authenticationOf(record, now())
      if (found.outcome !== 'authenticated') return undefined
      const { id, scopes } = found.principal
      const session = { organisation, actor: id, proof: sealed.proof }
      const { person, namespaces } = record
      // What somebody has made for themselves lets do what it says, and not all that they may.
      return person && scopes.length === 0
        ? { ...session, grants: grantsOf(roles, person.groups), account: { person, token: record.id } }
        : { ...session, grants: [{ permissions: scopes, namespaces }] }
    },
  }

  async function opened(ticket: string, organisation: string): Promise<Sealed | undefined> {
    try {
      return (await tickets.redeem(ticket, { context: ticketContext('web-session', organisation) })) as Sealed
    } catch {
      // Over, or made up: to whoever sends it both are the same.
      return undefined
    }
  }
}
