import { describe, expect, it } from 'vitest'
import { judgeJob } from '../../../src/catalog/access/index.js'
import type { TrustPolicy } from '../../../src/catalog/model/index.js'

const issuer = 'https://token.actions.githubusercontent.com'
const policy: TrustPolicy = {
  name: 'main',
  provider: 'github',
  issuer,
  claims: { repository_id: '7', ref: 'refs/heads/main' },
  permissions: ['contracts:publish'],
  namespaces: ['shop'],
}
const claims = {
  iss: issuer,
  sub: 'repo:acme/shop:ref:refs/heads/main',
  repository_id: '7',
  ref: 'refs/heads/main',
  event_name: 'push',
}

describe('provenance of a job', () => {
  it('is what the contract of the catalog allows', () => {
    const sha = '0123456789abcdef0123456789abcdef01234567'
    expect(judgeJob([policy], { ...claims, sha, repository: 'r'.repeat(400) }, undefined)).toMatchObject({
      outcome: 'trusted',
      provenance: { commit: sha, repository: 'r'.repeat(300), repositoryId: '7' },
    })
    const { provenance } = judgeJob([policy], { ...claims, sha: 'refs/heads/main' }, undefined)
    expect(provenance).not.toHaveProperty('commit')
  })
})
