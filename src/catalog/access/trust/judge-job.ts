import { isCommit, type JobProvenance, type JobProvider, type TrustPolicy } from '../../model/index.js'
import { jobServices } from './job-services.js'

/** Verified claims of an ID token. */
export type JobClaims = Readonly<Record<string, unknown>>

/** `reason` is for the audit, in one word of ours. */
export type JobVerdict = { readonly provenance: JobProvenance } & (
  | { readonly outcome: 'trusted'; readonly policy: TrustPolicy; readonly permissions: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: string }
)

/**
 * The first of these policies that a job fits, and that gives all that is asked for; without anything asked for, all of it.
 * Policies are not added up: one that gives little everywhere and one that gives much in one place are not much everywhere.
 *
 * @param policies of the issuer of the claims.
 */
export function judgeJob(
  policies: readonly TrustPolicy[],
  claims: JobClaims,
  asked: readonly string[] | undefined,
): JobVerdict {
  const fitting = policies.filter((policy) => isMeant(policy, claims))
  const provenance = provenanceOf((fitting[0] ?? policies[0])?.provider ?? 'other', claims)
  const safe = fitting.filter((policy) => isSafe(policy, claims))
  const policy = safe.find(({ permissions }) => (asked ?? []).every((each) => permissions.includes(each)))
  if (policy) return { outcome: 'trusted', policy, permissions: asked ?? policy.permissions, provenance }
  const reason = safe[0] ? 'scope-not-granted' : fitting[0] ? 'event-not-trusted' : 'no-policy-fits'
  return { outcome: 'refused', reason, provenance }
}

function isMeant(policy: TrustPolicy, claims: JobClaims): boolean {
  return (
    textOf(claims, 'iss') === policy.issuer &&
    Object.entries(policy.claims).every(([name, value]) => textOf(claims, name) === value)
  )
}

/** Whether nobody from outside can have decided what the job does. */
function isSafe({ provider }: TrustPolicy, claims: JobClaims): boolean {
  if (provider !== 'other') {
    const { claim, safe } = jobServices[provider].event
    const isOfMergeRequest = /^refs\/(?:merge-requests|pull)\//.test(
      textOf(claims, 'ref_path') ?? textOf(claims, 'ref') ?? '',
    )
    return safe.includes(textOf(claims, claim) ?? '') && !isOfMergeRequest
  }
  // Others that speak as these two do mean the same by it.
  return Object.values(jobServices).every(({ event: { claim, safe } }) => {
    const event = textOf(claims, claim)
    return event === undefined || safe.includes(event)
  })
}

/** The text of a claim; numbers and truth values as they are written. Nothing that is inherited, and nothing with parts. */
function textOf(claims: JobClaims, name: string): string | undefined {
  const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined
  if (typeof value === 'string') return value
  return typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : undefined
}

const longest = 300

/** Where a job comes from, as its issuer has signed it. */
function provenanceOf(provider: JobProvider, claims: JobClaims): JobProvenance {
  const service = provider === 'other' ? undefined : jobServices[provider]
  const found = Object.entries(service?.provenance ?? {}).flatMap(([member, names]) => {
    const text = names.map((name) => textOf(claims, name)).find((each) => each !== undefined && each !== '')
    if (text === undefined || (member === 'commit' && !isCommit(text))) return []
    return [[member, text.slice(0, longest)] as const]
  })
  const [issuer = '', subject = ''] = ['iss', 'sub'].map((name) => textOf(claims, name)?.slice(0, longest))
  return { issuer, subject, ...Object.fromEntries(found) }
}
