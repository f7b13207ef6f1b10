import { isCovered, policyFault } from '../access/index.js'
import type { TrustPolicy } from '../model/index.js'
import { isServiceAddress } from '../oidc/index.js'
import type { TrustRecord } from '../store/index.js'
import type { Caller, ServiceContext, TrustContext } from './context.js'
import { notFound, type Refused, refused } from './refused.js'

/** Which jobs are given tokens. */
export function listTrust({ store }: ServiceContext, { organisation }: Caller): Promise<readonly TrustRecord[]> {
  return store.of(organisation).trust()
}

/** Trusts the jobs that a policy means, with tokens that reach no further than the one that it is made with. */
export async function addTrust(
  { store, now, idTokens }: TrustContext,
  { organisation, actor, namespaces }: Caller,
  policy: TrustPolicy,
): Promise<TrustRecord | Refused> {
  if (!policy.namespaces.every((pattern) => isCovered(namespaces, pattern)))
    return refused('forbidden', 'The token does not reach so far itself.')
  const fault = policyFault(policy)
  if (fault !== undefined) return refused('not-usable', fault)
  if (!isServiceAddress(policy.issuer) || !idTokens.isAsked(policy.issuer))
    return refused('not-usable', 'The catalog does not ask this issuer; those who run it name it with --ci-issuer.')
  const change = { actor, at: now().toISOString() }
  return store.of(organisation).change(change, async (writes) => {
    if (!(await writes.addTrust(policy))) return refused('conflict', 'There is a policy of this name.')
    const { name, provider, issuer, claims, permissions } = policy
    const data = { provider, issuer, permissions, namespaces: policy.namespaces, claims: claimTexts(claims) }
    await writes.tell({ action: 'trust-added', subject: `trust ${name}`, data })
    await writes.emit('trust.added', { name, ...data })
    return { ...policy, createdAt: change.at, createdBy: actor }
  })
}

/** Takes effect with the next request, of tokens that were given by it, too. */
export function removeTrust(
  { store, now }: ServiceContext,
  { organisation, actor }: Caller,
  name: string,
): Promise<Refused | undefined> {
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    if (!(await writes.removeTrust(name))) return notFound
    await writes.tell({ action: 'trust-removed', subject: `trust ${name}` })
    await writes.emit('trust.removed', { name })
    return undefined
  })
}

/** `name=value`, in the order of the names. */
function claimTexts(claims: TrustPolicy['claims']): readonly string[] {
  return Object.keys(claims)
    .toSorted()
    .map((name) => `${name}=${claims[name] ?? ''}`)
}
