import { describe, expect, it } from 'vitest'
import { Provenance } from '../../../../src/catalog/web/view/provenance.js'

function markup(props: Parameters<typeof Provenance>[0]): string {
  const element: { toString(): string } = Provenance(props)
  return element.toString()
}

const text = (props: Parameters<typeof Provenance>[0]): string =>
  markup(props)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('where a version came from', () => {
  it('is what the publisher said', () => {
    const provenance = { commit: 'abcdef0', repository: 'https://git.example/shop/orders' }
    expect(text({ provenance, digest: 'sha256:1' })).toBe(
      'Repository https://git.example/shop/orders Commit abcdef0 Digest sha256:1',
    )
    expect(markup({ provenance, digest: '' })).toContain('href="https://git.example/shop/orders"')
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
    expect(text({ provenance, digest: 'sha256:1' })).toBe(
      'Repository shop/orders Repository number 4711 Commit abcdef0 Workflow publish.yml Ref refs/heads/main Environment prod Run 1234 Runner github-hosted Signed by https://issuer.example Trusted by orders Digest sha256:1',
    )
  })

  it('may be hostile, and is text', () => {
    const repository = 'javascript:alert(1)<script>\u202e'
    const html = markup({ provenance: { repository }, digest: '' })
    expect(html).not.toMatch(/href|<script>|\u202e/)
  })
})
