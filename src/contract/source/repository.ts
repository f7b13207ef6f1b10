import { git } from './input/git.js'

/** What can be asked about the history of a git repository. Nothing is fetched and nothing is written. */
export interface Repository {
  /** Top folder of the working tree. */
  readonly top: string
  /** Whether its history was cut off when it was cloned. */
  readonly isShallow: boolean
  /** Full hash of the commit that a revision names; undefined when it is not here. */
  commit(revision: string): string | undefined
  /** The latest common ancestor of two commits; undefined when none is known. */
  mergeBase(commit: string, other: string): string | undefined
  /** Parents that a commit was made from, whether they are here or not. */
  parents(commit: string): readonly string[]
  /** Whether a commit has something at a path from the top. */
  has(commit: string, path: string): boolean
  /** The shortest name of a commit, of twelve digits at least. */
  abbreviate(commit: string): string
}

/** The repository that a folder belongs to; the reason in words when it belongs to none. */
export function openRepository(folder: string): Repository | { readonly reason: string } {
  const asked = ['rev-parse', '--show-toplevel', '--is-shallow-repository']
  const answer = git(folder, asked)
  if (!Buffer.isBuffer(answer)) return answer
  const [top = folder, shallow] = answer.toString('utf8').split('\n')
  const line = (args: readonly string[]): string | undefined => {
    const output = git(folder, args)
    return Buffer.isBuffer(output) ? output.toString('utf8').trim() || undefined : undefined
  }
  return {
    top,
    isShallow: shallow === 'true',
    commit: (revision) => line(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]),
    mergeBase: (commit, other) => line(['merge-base', commit, other]),
    parents(commit) {
      // The raw commit: where a shallow history ends, everything else says that there are no parents.
      const [head = ''] = (line(['cat-file', 'commit', commit]) ?? '').split('\n\n', 1)
      return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) => parent ?? [])
    },
    has: (commit, path) => Buffer.isBuffer(git(folder, ['cat-file', '-e', `${commit}:${path.replace(/\/$/, '')}`])),
    abbreviate: (commit) => line(['rev-parse', '--short=12', commit]) ?? commit,
  }
}
