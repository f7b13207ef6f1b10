import { describe, expect, it } from 'vitest'
import { provenanceRows } from '../../../../src/catalog/web/view/provenance-rows.js'

describe('where a version came from', () => {
  it('is what the publisher said', () => {
    const provenance = { commit: 'abcdef0', repository: 'https://git.example/shop/orders' }
    expect(provenanceRows(provenance, 'sha256:1')).toEqual([
      { label: 'Repository', text: provenance.repository, link: provenance.repository },
      { label: 'Commit', text: 'abcdef0' },
      { label: 'Digest', text: 'sha256:1' },
    ])
    expect(provenanceRows(undefined, 'sha256:1')).toEqual([{ label: 'Digest', text: 'sha256:1' }])
  })

  it('is what an issuer has signed, with its name', () => {
    const verified = {
      trust: 'orders',
      issuer: 'https://issuer.example',
      subject: 'repo:shop/orders',
      repositoryId: '4711',
      ref: 'refs/heads/main',
      environment: 'prod',
      run: '1234',
      runner: 'github-hosted',
    }
    const provenance = { commit: 'abcdef0', repository: 'shop/orders', workflow: 'publish.yml', verified }
    expect(provenanceRows(provenance, 'sha256:1').map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Repository: shop/orders',
      'Repository number: 4711',
      'Commit: abcdef0',
      'Workflow: publish.yml',
      'Ref: refs/heads/main',
      'Environment: prod',
      'Run: 1234',
      'Runner: github-hosted',
      'Signed by: https://issuer.example',
      'Trusted by: orders',
      'Digest: sha256:1',
    ])
  })

  it('leads to the web, and nowhere else', () => {
    for (const repository of ['javascript:alert(1)', 'https://user@evil.example/', 'git@git.example:shop/orders'])
      expect(provenanceRows({ repository }, '')[0]).toEqual({ label: 'Repository', text: repository })
  })
})
