import { readFileSync } from 'node:fs'
import { isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'

/** What the environment says about where a branch is going. */
export interface BaseHint {
  /** Who says so, for messages: `GITHUB_BASE_REF`. */
  readonly from: string
  /** Revisions that name it, the best first. */
  readonly revisions: readonly string[]
  /** Branch on the remote `origin`, to fetch it. */
  readonly branch?: string
  /** The revision is the base itself, not a branch that goes on. Default: false. */
  readonly exact?: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The base of a pull request, a merge request or a push, from what the services of continuous integration put into the
 * environment; TENANTKIT_BASE wins over all of them. Undefined where nothing says anything.
 */
export function baseHint(environment: Environment): BaseHint | undefined {
  for (const ask of [ownHint, githubHint, gitlabHint, bitbucketHint, azureHint]) {
    const hint = ask(environment)
    if (hint) return hint
  }
  return undefined
}

/** Where nobody says where a branch is going, it goes to the branch that the others come from. */
export const usualBase: BaseHint = {
  from: 'the usual names',
  revisions: ['refs/remotes/origin/HEAD', ...['main', 'master'].map(remote), 'refs/heads/main', 'refs/heads/master'],
}

function ownHint(environment: Environment): BaseHint | undefined {
  const revision = said(environment, 'TENANTKIT_BASE')
  if (revision === undefined) return undefined
  return { from: 'TENANTKIT_BASE', revisions: [revision, remote(revision)], branch: revision.replace(/^origin\//, '') }
}

function githubHint(environment: Environment): BaseHint | undefined {
  const event = readEvent(said(environment, 'GITHUB_EVENT_PATH'))
  const request = objectAt(objectAt(event, 'pull_request'), 'base')
  const sha = textAt(request, 'sha')
  const branch = textAt(request, 'ref') ?? said(environment, 'GITHUB_BASE_REF')
  if (branch !== undefined) return branchHint(sha ? 'GITHUB_EVENT_PATH' : 'GITHUB_BASE_REF', branch, sha)
  const queued = textAt(objectAt(event, 'merge_group'), 'base_sha')
  if (queued !== undefined) return { from: 'GITHUB_EVENT_PATH', revisions: [queued], exact: true }
  if (said(environment, 'GITHUB_EVENT_NAME') !== 'push') return undefined
  const target = textAt(objectAt(event, 'repository'), 'default_branch')
  if (target === undefined) return undefined
  if (said(environment, 'GITHUB_REF_NAME') !== target) return branchHint('GITHUB_EVENT_PATH', target)
  return exactHint('GITHUB_EVENT_PATH', textAt(event, 'before'))
}

function gitlabHint(environment: Environment): BaseHint | undefined {
  const exact = exactHint('CI_MERGE_REQUEST_DIFF_BASE_SHA', said(environment, 'CI_MERGE_REQUEST_DIFF_BASE_SHA'))
  if (exact) return exact
  const target = said(environment, 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME')
  if (target !== undefined) return branchHint('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', target)
  const usual = said(environment, 'CI_DEFAULT_BRANCH')
  if (usual === undefined) return undefined
  if (said(environment, 'CI_COMMIT_BRANCH') !== usual) return branchHint('CI_DEFAULT_BRANCH', usual)
  return exactHint('CI_COMMIT_BEFORE_SHA', said(environment, 'CI_COMMIT_BEFORE_SHA'))
}

function bitbucketHint(environment: Environment): BaseHint | undefined {
  const branch = said(environment, 'BITBUCKET_PR_DESTINATION_BRANCH')
  const commit = said(environment, 'BITBUCKET_PR_DESTINATION_COMMIT')
  return branch === undefined ? undefined : branchHint('BITBUCKET_PR_DESTINATION_BRANCH', branch, commit)
}

function azureHint(environment: Environment): BaseHint | undefined {
  const branch = said(environment, 'SYSTEM_PULLREQUEST_TARGETBRANCH')?.replace(/^refs\/heads\//, '')
  return branch === undefined ? undefined : branchHint('SYSTEM_PULLREQUEST_TARGETBRANCH', branch)
}

/** The commit first: it is what the service looked at, while the branch may have gone on since. */
function branchHint(from: string, branch: string, commit?: string): BaseHint {
  return {
    from,
    branch,
    revisions: [...(commit === undefined ? [] : [commit]), remote(branch), `refs/heads/${branch}`],
  }
}

/** A branch that was just made has no commit before; the services write zeros then. */
function exactHint(from: string, commit: string | undefined): BaseHint | undefined {
  return commit === undefined || /^0+$/.test(commit) ? undefined : { from, revisions: [commit], exact: true }
}

function remote(branch: string): string {
  return `refs/remotes/origin/${branch}`
}

function said(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === undefined || value === '' ? undefined : value
}

/** What a service writes about the event; whatever is wrong with it, the variables are still there. */
function readEvent(path: string | undefined): JsonObject {
  if (path === undefined) return {}
  try {
    const event = JSON.parse(readFileSync(path, 'utf8')) as JsonValue
    return isObject(event) ? event : {}
  } catch {
    return {}
  }
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key)
  return value !== undefined && isObject(value) ? value : {}
}

function textAt(object: JsonObject, key: string): string | undefined {
  const value = own(object, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}
