import { createExchangedToken, exchangedFor, judgeJob, tokenPrint } from '../access/index.js'
import type { JobProvenance, TrustPolicy } from '../model/index.js'
import { claimedIssuer } from '../oidc/index.js'
import type { OrganisationWrites } from '../store/index.js'
import type { ServiceContext, TrustContext } from './context.js'

export interface ExchangeRequest {
  readonly organisation: string
  /** The ID token of a job. */
  readonly token: string
  /** Permissions that are enough. Default: all that the policy gives. */
  readonly permissions?: readonly string[] | undefined
  /** Whether one more refusal may be told to the audit of the organisation: anybody can make us refuse things. */
  readonly mayTell: (organisation: string) => boolean
}

export interface Exchanged {
  /** Its text, which is kept nowhere. */
  readonly text: string
  readonly permissions: readonly string[]
  /** Seconds until it ends. */
  readonly seconds: number
}

/** `untrusted` in the same way whatever the reason is, an organisation that is not there among them: the audit has it. */
export type ExchangeOutcome = Exchanged | 'untrusted' | 'unavailable'

/**
 * Exchanges the ID token of a job for a token that may do what a policy of the organisation says. The organisation is named
 * by the job: one that trusts the jobs of another does not come by what they publish.
 */
export async function exchangeToken(context: TrustContext, request: ExchangeRequest): Promise<ExchangeOutcome> {
  const judged = await judge(context, request)
  if (judged.outcome === 'unavailable') return 'unavailable'
  if (judged.outcome === 'refused') return refuse(context, request, judged)
  const { policy, provenance } = judged
  const change = { actor: `trust:${policy.name}`, at: context.now().toISOString() }
  const given = await context.store.of(request.organisation).change(change, async (writes) => {
    const known = (await writes.trust()).find(({ name }) => name === policy.name)
    // Somebody has taken it away meanwhile, or put another one in its place.
    if (JSON.stringify(known) !== JSON.stringify(policy)) return 'policy-changed'
    return (await writes.spend(judged.spent)) ? give(writes, context, request.organisation, judged) : 'used-before'
  })
  return typeof given === 'string' ? refuse(context, request, { reason: given, provenance }) : given
}

interface Trusted {
  readonly outcome: 'trusted'
  readonly policy: TrustPolicy
  readonly permissions: readonly string[]
  readonly provenance: JobProvenance
  readonly spent: { readonly hash: string; readonly expiresAt: string }
}

interface Untrusted {
  readonly reason: string
  /** What was verified all the same. */
  readonly provenance?: JobProvenance
}

type Judged = Trusted | ({ readonly outcome: 'refused' } & Untrusted) | { readonly outcome: 'unavailable' }

async function judge(
  { store, idTokens }: TrustContext,
  { organisation, token, permissions }: ExchangeRequest,
): Promise<Judged> {
  const policies = await store.of(organisation).trust()
  const issuer = claimedIssuer(token)
  const named = policies.filter((policy) => policy.issuer === issuer)
  // Nobody is asked for keys because a token says so.
  if (issuer === undefined || named.length === 0) return { outcome: 'refused', reason: 'issuer-not-trusted' }
  const verdict = await idTokens.verify(token, issuer)
  if (verdict.outcome !== 'verified') return verdict
  const { claims } = verdict
  const judged = judgeJob(named, claims, permissions)
  if (judged.outcome === 'refused') return judged
  // Clocks may differ by a little: it is remembered for longer than it is taken.
  const expiresAt = new Date(((claims.exp ?? 0) + 60) * 1000).toISOString()
  return { ...judged, spent: { hash: tokenPrint(token, claims), expiresAt } }
}

async function give(
  writes: OrganisationWrites,
  { now, random }: ServiceContext,
  organisation: string,
  { policy: { name, namespaces }, permissions, provenance }: Trusted,
): Promise<Exchanged> {
  const granted = { name, permissions, namespaces, origin: { trust: name, provenance } }
  const { record, text } = createExchangedToken(organisation, granted, now(), random)
  await writes.forgetShortLived()
  await writes.addToken(record)
  const data = { token: record.id, permissions, namespaces, expiresAt: record.expiresAt, ...provenance }
  await writes.tell({ action: 'exchange-granted', subject: `trust ${name}`, data })
  return { text, permissions, seconds: exchangedFor }
}

/** Whatever was verified of the job is told with the reason; nothing that anybody could have written is. */
async function refuse(
  { store, now }: ServiceContext,
  { organisation, mayTell }: ExchangeRequest,
  { reason, provenance }: Untrusted,
): Promise<'untrusted'> {
  const its = store.of(organisation)
  // What trusts nobody is not told of everybody who tries, and what is not there cannot be told anything.
  if ((await its.trust()).length > 0 && mayTell(organisation)) {
    const data = { reason, ...provenance }
    const tell = { action: 'exchange-refused', subject: `organisation ${organisation}`, data } as const
    await its.change({ actor: 'anonymous', at: now().toISOString() }, (writes) => writes.tell(tell))
  }
  return 'untrusted'
}
