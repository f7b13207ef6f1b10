import { describe, expect, it } from 'vitest'
import { provenanceOf } from '../../../src/api/catalog/provenance.js'

const commit = '0123456789abcdef0123456789abcdef01234567'

describe('provenanceOf', () => {
  it.each([
    [
      'GitHub Actions',
      {
        GITHUB_SHA: commit,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/ci.yml@main',
      },
      { commit, repository: 'acme/shop', workflow: 'acme/shop/.github/workflows/ci.yml@main' },
    ],
    [
      'GitLab CI',
      {
        CI_COMMIT_SHA: commit,
        CI_PROJECT_PATH: 'acme/shop',
        CI_PIPELINE_URL: 'https://gitlab.example/acme/shop/-/pipelines/1',
      },
      { commit, repository: 'acme/shop', workflow: 'https://gitlab.example/acme/shop/-/pipelines/1' },
    ],
    [
      'Bitbucket Pipelines',
      { BITBUCKET_COMMIT: commit, BITBUCKET_REPO_FULL_NAME: 'acme/shop', BITBUCKET_PIPELINE_UUID: '{1}' },
      { commit, repository: 'acme/shop', workflow: '{1}' },
    ],
    [
      'Azure Pipelines',
      { BUILD_SOURCEVERSION: commit, BUILD_REPOSITORY_NAME: 'shop', BUILD_DEFINITIONNAME: 'ci' },
      { commit, repository: 'shop', workflow: 'ci' },
    ],
    [
      'Woodpecker CI',
      { CI_COMMIT_SHA: commit, CI_REPO: 'acme/shop', CI_PIPELINE_URL: 'https://ci.example/1' },
      { commit, repository: 'acme/shop', workflow: 'https://ci.example/1' },
    ],
  ])('reads what %s says', (_, environment, provenance) => {
    expect(provenanceOf({}, environment)).toEqual(provenance)
  })

  it('prefers what is given', () => {
    const environment = { GITHUB_SHA: commit, GITHUB_REPOSITORY: 'acme/shop' }
    expect(provenanceOf({ commit: 'abcdef0', workflow: 'release' }, environment)).toEqual({
      commit: 'abcdef0',
      repository: 'acme/shop',
      workflow: 'release',
    })
  })

  it('believes no service of which the half is missing', () => {
    expect(provenanceOf({}, { GITHUB_SHA: commit, CI_COMMIT_SHA: commit, CI_PROJECT_PATH: 'acme/shop' })).toEqual({
      commit,
      repository: 'acme/shop',
    })
  })

  it('leaves out what the catalog would not take', () => {
    const environment = { GITHUB_SHA: 'refs/heads/main', GITHUB_REPOSITORY: 'r'.repeat(400) }
    expect(provenanceOf({}, environment)).toEqual({ repository: 'r'.repeat(300) })
  })

  it('is nothing where nobody says anything', () => {
    expect(provenanceOf({}, { HOME: '/root', GITHUB_SHA: '' })).toBeUndefined()
  })
})
