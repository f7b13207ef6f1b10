import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportPlace } from '../../../src/api/diff/report-place.js'
import { gitRepository } from '../../support/git.js'
import { tempFolder } from '../../support/temp-folder.js'

const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/apis', GITHUB_SHA: 'abc123' }
const gitlab = { CI_PROJECT_URL: 'https://gitlab.com/acme/apis', CI_COMMIT_SHA: 'abc123' }

describe('reportPlace', () => {
  it('knows nothing outside of a repository', () => {
    expect(reportPlace(tempFolder(), github)).toEqual({})
  })

  it('is below the top of the repository, and links only where a forge runs', () => {
    const { folder } = gitRepository({ 'api/a b.yaml': 'one' })
    expect(reportPlace(folder, {})).toEqual({ root: '' })
    expect(reportPlace(join(folder, 'api'), {})).toEqual({ root: 'api' })
    const linkTo = reportPlace(join(folder, 'api'), github).linkTo
    const links = ['a b.yaml', '../x.yaml', 'git:main:api/a b.yaml', '<stdin>', 'https://example.com/a.yaml', '../../x']
    expect(links.map((file) => linkTo?.({ file, line: 7 }))).toEqual([
      'https://github.com/acme/apis/blob/abc123/api/a%20b.yaml#L7',
      'https://github.com/acme/apis/blob/abc123/x.yaml#L7',
      'https://github.com/acme/apis/blob/main/api/a%20b.yaml#L7',
      undefined,
      undefined,
      undefined,
    ])
    expect(reportPlace(folder, gitlab).linkTo?.({ file: 'api/a b.yaml', line: 7 })).toBe(
      'https://gitlab.com/acme/apis/-/blob/abc123/api/a%20b.yaml#L7',
    )
  })
})
