import type { TrustPolicy } from '../../model/index.js'
import { usualIssuers } from '../../oidc/index.js'
import { type JobService, jobServices } from './job-services.js'

/**
 * Why nobody can mean to trust so much, in one sentence; undefined for a policy that can be kept. Nothing of the policy
 * stands in it.
 */
export function policyFault({ provider, issuer, claims }: Omit<TrustPolicy, 'name'>): string | undefined {
  const service = provider === 'other' ? undefined : jobServices[provider]
  if (service) return serviceFault(service, claims)
  // The rules for their jobs are not to be got around.
  if (Object.values<string>(usualIssuers).includes(issuer))
    return 'The issuer is that of a service that has a provider of its own.'
  return Object.hasOwn(claims, 'sub') || Object.keys(claims).length > 1
    ? undefined
    : 'A policy names the claim `sub`, or more than one claim.'
}

function serviceFault({ repository, job }: JobService, claims: TrustPolicy['claims']): string | undefined {
  const named = repository.filter((name) => Object.hasOwn(claims, name))
  if (named.length === 0) return `A policy names one of ${listed(repository)}: names can be given up, and taken.`
  if (named.some((name) => !/^[1-9]\d{0,18}$/.test(claims[name] ?? '')))
    return `Of ${listed(repository)} the number is wanted, not a name.`
  if (!job.some((name) => Object.hasOwn(claims, name)))
    return `A policy names one of ${listed(job)}: otherwise every branch is trusted.`
  return undefined
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
