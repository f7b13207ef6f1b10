import type { Tickets } from '@tenantkit/runtime'
import type { FlowSecrets } from '../../oidc/code-flow.js'
import { ticketContext } from './ticket-context.js'

/** Milliseconds that people have to sign in at their issuer. */
export const flowLifetime = 600_000

/** What is begun, and the cookie that only this browser brings back. */
export interface BegunFlow {
  readonly secrets: FlowSecrets
  readonly cookie: string
}

export async function beginFlow(
  tickets: Tickets,
  organisation: string,
  random: (size: number) => Buffer,
): Promise<BegunFlow> {
  const text = () => random(32).toString('base64url')
  const secrets: FlowSecrets = { state: text(), nonce: text(), verifier: text() }
  const context = ticketContext('web-sign-in', organisation)
  return { secrets, cookie: await tickets.issue(secrets, { lifetime: flowLifetime, context }) }
}

/** Undefined for what is over, or was never begun here. */
export async function openFlow(
  tickets: Tickets,
  organisation: string,
  cookie: string,
): Promise<FlowSecrets | undefined> {
  if (!/^[\w.-]{1,2000}$/.test(cookie)) return undefined
  try {
    return (await tickets.redeem(cookie, { context: ticketContext('web-sign-in', organisation) })) as FlowSecrets
  } catch {
    return undefined
  }
}
