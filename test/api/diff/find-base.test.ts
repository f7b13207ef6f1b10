/** The base of a pull request as the services of continuous integration have it, in repositories that are real. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBase } from '../../../src/api/diff/find-base.js'
import { openRepository, type Repository } from '../../../src/contract/source/repository.js'
import { type GitFolder, gitClone, gitFolder, gitRepository } from '../../support/git.js'
import { tempFolder } from '../../support/temp-folder.js'

/** `main` went on to `tip` after `feature` had left it at `start`; `merge` is what GitHub makes of the two. */
interface Origin extends GitFolder {
  readonly start: string
  readonly tip: string
  readonly merge: string
}

function createOrigin(folder: string): Origin {
  const origin = gitRepository({ 'a.txt': 'one' }, folder)
  const start = origin.commit({ 'a.txt': 'two' })
  origin.git('switch', '-q', '-c', 'feature')
  origin.commit({ 'b.txt': 'one' })
  origin.git('switch', '-q', 'main')
  const tip = origin.commit({ 'a.txt': 'three' })
  origin.git('switch', '-q', '--detach', 'main')
  origin.git('merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  const merge = origin.git('rev-parse', 'HEAD')
  origin.git('update-ref', 'refs/pull/1/merge', merge)
  origin.git('switch', '-q', 'main')
  return { ...origin, start, tip, merge }
}

function found(clone: GitFolder, environment: Readonly<Record<string, string>>, head = 'HEAD'): string {
  const base = findBase(openRepository(clone.folder) as Repository, head, environment)
  return 'code' in base ? `${base.code} ${base.message}\n${base.help ?? ''}` : base.commit
}

/** The command that the help names. */
function fetchIn(text: string): string {
  return /`(git fetch [^`]+)`/.exec(text)?.[1] ?? `no command in ${text}`
}

const shared = mkdtempSync(join(tmpdir(), 'tenantkit-test-'))
let origin: Origin
beforeAll(() => {
  origin = createOrigin(mkdtempSync(join(shared, 'origin-')))
})
afterAll(() => rmSync(shared, { recursive: true, force: true }))

describe('in a whole clone', () => {
  let clone: GitFolder
  beforeAll(() => {
    clone = gitClone(origin, [], mkdtempSync(join(shared, 'clone-')))
    clone.git('switch', '-q', 'feature')
  })

  it.each<[string, (event: (content: object) => string) => Readonly<Record<string, string>>, keyof Origin]>([
    ['nothing said', () => ({}), 'start'],
    ['TENANTKIT_BASE, a branch', () => ({ TENANTKIT_BASE: 'main' }), 'start'],
    ['TENANTKIT_BASE, before all others', () => ({ TENANTKIT_BASE: 'main', GITHUB_BASE_REF: 'nope' }), 'start'],
    ['GitHub, by branch', () => ({ GITHUB_BASE_REF: 'main' }), 'start'],
    [
      'GitHub, by event',
      (event) => ({
        GITHUB_BASE_REF: 'nope',
        GITHUB_EVENT_PATH: event({ pull_request: { base: { sha: origin.tip, ref: 'main' } } }),
      }),
      'start',
    ],
    [
      'GitHub, an event that is not there',
      () => ({ GITHUB_BASE_REF: 'main', GITHUB_EVENT_PATH: '/nowhere.json' }),
      'start',
    ],
    [
      'GitHub, a queue of merges',
      (event) => ({ GITHUB_EVENT_PATH: event({ merge_group: { base_sha: origin.tip } }) }),
      'tip',
    ],
    [
      'GitHub, a push to main',
      (event) => ({
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF_NAME: 'main',
        GITHUB_EVENT_PATH: event({ before: origin.tip, repository: { default_branch: 'main' } }),
      }),
      'tip',
    ],
    [
      'GitHub, a push to a branch',
      (event) => ({
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF_NAME: 'feature',
        GITHUB_EVENT_PATH: event({ before: origin.tip, repository: { default_branch: 'main' } }),
      }),
      'start',
    ],
    ['GitLab, a merge request', () => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: origin.start }), 'start'],
    ['GitLab, by branch', () => ({ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }), 'start'],
    [
      'GitLab, a push to main',
      () => ({ CI_DEFAULT_BRANCH: 'main', CI_COMMIT_BRANCH: 'main', CI_COMMIT_BEFORE_SHA: origin.tip }),
      'tip',
    ],
    [
      'GitLab, a new branch',
      () => ({ CI_DEFAULT_BRANCH: 'main', CI_COMMIT_BRANCH: 'feature', CI_COMMIT_BEFORE_SHA: '0'.repeat(40) }),
      'start',
    ],
    [
      'Bitbucket',
      () => ({ BITBUCKET_PR_DESTINATION_BRANCH: 'main', BITBUCKET_PR_DESTINATION_COMMIT: origin.tip.slice(0, 12) }),
      'start',
    ],
    ['Azure', () => ({ SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' }), 'start'],
  ])('%s', (_, environment, expected) => {
    const event = (content: object): string => join(tempFolder({ 'event.json': JSON.stringify(content) }), 'event.json')
    expect(found(clone, environment(event))).toBe(origin[expected])
  })

  it('a branch that was not fetched: the command, which helps', () => {
    origin.git('branch', 'release/1', origin.start)
    const environment = { GITHUB_BASE_REF: 'release/1' }
    const said = found(clone, environment)
    expect(said).toBe(
      'TK3904 `release/1` (GITHUB_BASE_REF) is not in this clone\nRun `git fetch --no-tags origin +refs/heads/release/1:refs/remotes/origin/release/1` first.',
    )
    clone.shell(fetchIn(said))
    expect(found(clone, environment)).toBe(origin.start)
  })

  it('a name that a shell would act on is quoted', () => {
    expect(fetchIn(found(clone, { GITHUB_BASE_REF: "a';reboot" }))).toBe(
      "git fetch --no-tags origin '+refs/heads/a'\\'';reboot:refs/remotes/origin/a'\\'';reboot'",
    )
  })

  it('a head that is not there', () => {
    expect(found(clone, {}, 'nope')).toContain('TK3903 the base cannot be found: there is no commit `nope`')
  })

  it('in a worktree', () => {
    const folder = join(tempFolder(), 'tree')
    clone.git('worktree', 'add', '-q', '--detach', folder, 'origin/feature')
    expect(found(gitFolder(folder), { GITHUB_BASE_REF: 'main' })).toBe(origin.start)
  })
})

describe('in a shallow clone', () => {
  it.each<[string, readonly string[], string]>([
    ['of the branch alone', [], 'TK3904 `main` (GITHUB_BASE_REF) is not in this clone'],
    [
      'of all branches',
      ['--no-single-branch'],
      'TK3905 the common ancestor of `HEAD` and `main` (GITHUB_BASE_REF) is not in this shallow clone',
    ],
  ])('%s: the command, which helps', (_, options, expected) => {
    const clone = gitClone(origin, ['--depth=1', '--branch=feature', ...options])
    const said = found(clone, { GITHUB_BASE_REF: 'main' })
    expect(said).toBe(
      `${expected}\nRun \`git fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main\` first.`,
    )
    clone.shell(fetchIn(said))
    expect(found(clone, { GITHUB_BASE_REF: 'main' })).toBe(origin.start)
  })

  it('of a merge commit, as GitHub checks it out: one more commit is enough', () => {
    const clone = gitFolder()
    clone.git('init', '-q')
    clone.git('remote', 'add', 'origin', `file://${origin.folder}`)
    clone.git('fetch', '-q', '--no-tags', '--depth=1', 'origin', `+${origin.merge}:refs/remotes/pull/1/merge`)
    clone.git('checkout', '-q', '--detach', 'refs/remotes/pull/1/merge')
    const event = { pull_request: { base: { sha: origin.tip, ref: 'main' } } }
    const environment = {
      GITHUB_BASE_REF: 'main',
      GITHUB_EVENT_PATH: join(tempFolder({ 'event.json': JSON.stringify(event) }), 'event.json'),
    }
    const said = found(clone, environment)
    expect(said).toContain(`Run \`git fetch --no-tags --depth=1 origin ${origin.tip}\` first.`)
    clone.shell(fetchIn(said))
    expect(found(clone, environment)).toBe(origin.tip)
  })

  it('GitLab, whose commit is known: one more commit is enough', () => {
    const clone = gitClone(origin, ['--depth=1', '--branch=feature'])
    const environment = { CI_MERGE_REQUEST_DIFF_BASE_SHA: origin.start }
    const said = found(clone, environment)
    clone.shell(fetchIn(said))
    expect(found(clone, environment)).toBe(origin.start)
  })
})

describe('without a base', () => {
  it('histories that have nothing in common', () => {
    const repository = gitRepository()
    repository.git('switch', '-q', '--orphan', 'other')
    repository.commit({ 'a.txt': 'other' })
    expect(found(repository, {})).toContain('`HEAD` and `')
    expect(found(repository, {})).toContain('have no common ancestor')
  })

  it('no branch with a usual name', () => {
    const repository = gitRepository()
    repository.git('branch', '-m', 'trunk')
    expect(found(repository, {})).toContain('TK3903 the base cannot be found: there is neither a branch `main`')
  })

  it('a repository without a commit', () => {
    const repository = gitFolder()
    repository.git('init', '-q')
    expect(found(repository, {})).toContain('there is no commit `HEAD`')
  })
})
