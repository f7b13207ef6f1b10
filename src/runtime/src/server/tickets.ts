import {
  type CallContext,
  type Clock,
  currentContext,
  type Random,
  scopeKey,
  systemClock,
  systemRandom,
  tenantOf,
} from '../context/index.js'
import { type KeyProvider, open, seal } from '../keys/index.js'
import { refuse } from './refusal.js'
import { RefusedInput } from './refused-input.js'

export interface TicketOptions {
  /** Kept as long as tickets shall live: with `ephemeralKeys()` they die with the process. */
  readonly keys: KeyProvider
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

export interface IssueOptions {
  /** Id of the operation that will take the ticket. Default: the one that issues it, as for the cursor of a page. */
  readonly operation?: string | undefined
  /** Milliseconds; default: as long as its key. */
  readonly lifetime?: number | undefined
  /** Default: the current one. */
  readonly context?: CallContext | undefined
}

export interface RedeemOptions {
  /** Where the ticket stood in the request, for the problem that callers read. Default: `/query/cursor`. */
  readonly at?: string | undefined
  /** Default: the current one. */
  readonly context?: CallContext | undefined
}

/** Texts that callers bring back: cursors of pages, links to files. */
export interface Tickets {
  /** @param value anything that JSON can say. */
  issue(value: unknown, options?: IssueOptions): Promise<string>
  /**
   * The value of a ticket. What another tenant was given, or for another operation, what was changed or is over, is no
   * ticket: thrown through the handler it is answered with 400, all in the same words.
   */
  redeem(ticket: string, options?: RedeemOptions): Promise<unknown>
}

/**
 * Makes tickets: encrypted, and bound to tenant and operation, so that nobody reads or edits them, and nobody else uses
 * them. They are `[A-Za-z0-9._-]`, fit for a query.
 *
 * @throws TenantContextMissing (when used) where there is no verified tenant.
 */
export function createTickets({ keys, clock = systemClock, random = systemRandom }: TicketOptions): Tickets {
  return {
    async issue(value, { operation, lifetime, context = currentContext() } = {}) {
      const { id: tenant } = tenantOf(context)
      const text = JSON.stringify({ value, ...(lifetime !== undefined && { until: clock.now() + lifetime }) })
      return seal(text, await keys.keysOf(tenant), placeOf(tenant, operation ?? context.operation), random)
    },
    async redeem(ticket, { at = '/query/cursor', context = currentContext() } = {}) {
      const { id: tenant } = tenantOf(context)
      const opened = open(ticket, await keys.keysOf(tenant), placeOf(tenant, context.operation))
      if (typeof opened === 'string') throw refused(at)
      const { value, until } = JSON.parse(opened.text) as { readonly value: unknown; readonly until?: number }
      if (until !== undefined && clock.now() >= until) throw refused(at)
      return value
    },
  }
}

function placeOf(tenant: string, operation: string): { readonly purpose: string; readonly place: string } {
  return { purpose: 'ticket', place: scopeKey('ticket', { tenant }, operation) }
}

function refused(at: string): Error {
  return new RefusedInput(
    refuse('TK7214', { issues: [{ path: at, keyword: 'ticket', expected: 'a text given before' }] }),
  )
}
