import type { CallContext, Tickets } from '@tenantkit/runtime'
import { authenticationOf } from '../../access/index.js'
import type { TokenRecord } from '../../store/index.js'

/** Somebody who has signed in with a token that still holds. */
export interface Session {
  readonly organisation: string
  readonly actor: string
  readonly permissions: readonly string[]
  /** Patterns of the namespaces that may be written to. */
  readonly namespaces: readonly string[]
  /** What forms of this session bring along. */
  readonly proof: string
}

export interface SessionsOptions {
  readonly tickets: Tickets
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
export function createSessions({ tickets, findToken, now, random }: SessionsOptions): Sessions {
  return {
    async begin({ organisation, id }) {
      const sealed: Sealed = { token: id, proof: random(24).toString('base64url') }
      const ticket = await tickets.issue(sealed, { lifetime: sessionLifetime, context: contextOf(organisation) })
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
      return { organisation, actor: id, permissions: scopes, namespaces: record.namespaces, proof: sealed.proof }
    },
  }

  async function opened(ticket: string, organisation: string): Promise<Sealed | undefined> {
    try {
      return (await tickets.redeem(ticket, { context: contextOf(organisation) })) as Sealed
    } catch {
      // Over, or made up: to whoever sends it both are the same.
      return undefined
    }
  }
}

/** Binds tickets to the organisation and to being a session: cursors are none. */
function contextOf(organisation: string): CallContext {
  return {
    operation: 'web-session',
    tenant: { id: organisation },
    principal: undefined,
    traceId: '0'.repeat(32),
    idempotencyKey: undefined,
  }
}
