import type { NewTrustPolicy } from '../../../src/catalog/http/generated/types/new-trust-policy.js'

/** Seconds since 1970. */
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

let tokens = 0

/** What GitHub says of a job that a push to `main` of `shop/orders` has started. */
export function githubJob(issuer: string, audience: string, now: Date) {
  tokens += 1
  return {
    iss: issuer,
    aud: audience,
    sub: 'repo:shop/orders:ref:refs/heads/main',
    jti: `github-${tokens}`,
    iat: seconds(now),
    nbf: seconds(now) - 300,
    exp: seconds(now) + 300,
    repository: 'shop/orders',
    repository_id: '4711',
    repository_owner: 'shop',
    repository_owner_id: '99',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    sha: '0123456789abcdef0123456789abcdef01234567',
    event_name: 'push',
    workflow_ref: 'shop/orders/.github/workflows/publish.yml@refs/heads/main',
    job_workflow_ref: 'shop/orders/.github/workflows/publish.yml@refs/heads/main',
    run_id: '1234',
    runner_environment: 'github-hosted',
    actor: 'ann',
  }
}

/** What GitLab says of a job of a pipeline that a push to `main` of `shop/orders` has started. */
export function gitlabJob(issuer: string, audience: string, now: Date) {
  tokens += 1
  return {
    iss: issuer,
    aud: audience,
    sub: 'project_path:shop/orders:ref_type:branch:ref:main',
    jti: `gitlab-${tokens}`,
    iat: seconds(now),
    nbf: seconds(now) - 5,
    exp: seconds(now) + 3600,
    namespace_id: '7',
    namespace_path: 'shop',
    project_id: '42',
    project_path: 'shop/orders',
    pipeline_id: '555',
    pipeline_source: 'push',
    job_id: '556',
    ref: 'main',
    ref_type: 'branch',
    ref_path: 'refs/heads/main',
    ref_protected: 'true',
    runner_id: 1,
    runner_environment: 'self-hosted',
    sha: '89abcdef0123456789abcdef0123456789abcdef',
    ci_config_ref_uri: 'gitlab.example.com/shop/orders//.gitlab-ci.yml@refs/heads/main',
  }
}

/** Trusts what a push to `main` of `shop/orders` starts, with publishing to `shop`. */
export function githubPolicy(issuer: string, changed: Partial<NewTrustPolicy> = {}): NewTrustPolicy {
  return {
    name: 'orders',
    provider: 'github',
    issuer,
    claims: { repository_id: '4711', ref: 'refs/heads/main' },
    permissions: ['contracts:publish', 'contracts:read'],
    namespaces: ['shop'],
    ...changed,
  }
}

export function gitlabPolicy(issuer: string, changed: Partial<NewTrustPolicy> = {}): NewTrustPolicy {
  return {
    name: 'orders-gitlab',
    provider: 'gitlab',
    issuer,
    claims: { project_id: '42', ref_path: 'refs/heads/main' },
    permissions: ['contracts:publish', 'contracts:read'],
    namespaces: ['shop'],
    ...changed,
  }
}

/** Sends an ID token to be exchanged, as RFC 8693 lays it out. */
export async function sendExchange(
  catalog: string,
  token: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    organisation: 'acme',
    ...fields,
  })
  const response = await fetch(`${catalog}/v1/auth/exchange`, { method: 'POST', body })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
