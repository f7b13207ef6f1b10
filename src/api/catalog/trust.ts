import { ask } from '../../catalog/client/index.js'
import type { NewTrustPolicy } from '../../catalog/http/generated/types/new-trust-policy.js'
import type { TrustPolicy } from '../../catalog/http/generated/types/trust-policy.js'
import { type Failed, failedWith, type Session } from './session.js'

export type { NewTrustPolicy, TrustPolicy }

/** Which jobs are meant, in words that hold for every service. */
export interface JobFlags {
  readonly provider: string
  readonly 'repository-id'?: string | undefined
  readonly 'owner-id'?: string | undefined
  readonly ref?: string | undefined
  readonly environment?: string | undefined
  readonly workflow?: string | undefined
  /** `NAME=VALUE`. */
  readonly claim?: readonly string[] | undefined
}

type JobWord = Exclude<keyof JobFlags, 'provider' | 'claim'>

/** What services call their claims. */
const claimNames: Readonly<Record<string, Readonly<Record<JobWord, string>>>> = {
  github: {
    'repository-id': 'repository_id',
    'owner-id': 'repository_owner_id',
    ref: 'ref',
    environment: 'environment',
    workflow: 'job_workflow_ref',
  },
  gitlab: {
    'repository-id': 'project_id',
    'owner-id': 'namespace_id',
    ref: 'ref_path',
    environment: 'environment',
    workflow: 'ci_config_ref_uri',
  },
}

const words: readonly JobWord[] = ['repository-id', 'owner-id', 'ref', 'environment', 'workflow']

/** The claims that an ID token must have. The catalog decides whether they are enough. */
export function claimsOf(
  flags: JobFlags,
): { readonly claims: Readonly<Record<string, string>> } | { readonly problem: string } {
  const names = claimNames[flags.provider]
  const claims = new Map<string, string>()
  for (const word of words) {
    const value = flags[word]
    if (value === undefined) continue
    if (!names) return { problem: `--${word} means nothing for this provider: use --claim` }
    claims.set(names[word], value)
  }
  for (const text of flags.claim ?? []) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name === undefined || value === undefined) return { problem: '--claim wants NAME=VALUE' }
    if (claims.has(name)) return { problem: '--claim names a claim twice' }
    claims.set(name, value)
  }
  return { claims: Object.fromEntries(claims) }
}

export async function listTrust({
  client,
  url,
}: Session): Promise<{ readonly items: readonly TrustPolicy[] } | Failed> {
  const answered = await ask('list whom it trusts', url, () => client.listTrust())
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function addTrust({ client, url }: Session, policy: NewTrustPolicy): Promise<TrustPolicy | Failed> {
  const answered = await ask('trust these jobs', url, () => client.addTrust({ body: policy }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function removeTrust({ client, url }: Session, trustName: string): Promise<object | Failed> {
  const answered = await ask(`remove \`${trustName}\``, url, () => client.removeTrust({ path: { trustName } }))
  return 'problem' in answered ? failedWith(answered.problem) : {}
}
