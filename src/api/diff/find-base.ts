import type { Repository } from '../../contract/source/repository.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { type BaseHint, baseHint, usualBase } from './base-hint.js'

export interface FoundBase {
  readonly commit: string
  /** Short, for messages and references. */
  readonly revision: string
}

/**
 * The commit that a change started from: the merge base of `head` and the branch that it is going to. Nothing is
 * fetched; what is missing is said with the command that fetches it.
 */
export function findBase(
  repository: Repository,
  head: string,
  environment: Readonly<Record<string, string | undefined>>,
): FoundBase | Diagnostic {
  const tip = repository.commit(head)
  if (tip === undefined) return diagnostic('TK3903', { reason: `there is no commit \`${head}\`` })
  const hint = baseHint(environment) ?? usualBase
  const target = first(hint.revisions, (revision) => repository.commit(revision))
  if (target === undefined) return missing(repository, tip, hint)
  const base = hint.exact || repository.parents(tip).includes(target) ? target : repository.mergeBase(tip, target)
  if (base !== undefined) return { commit: base, revision: repository.abbreviate(base) }
  const { from } = hint
  const revision = hint.branch ?? repository.abbreviate(target)
  if (!repository.isShallow) {
    return diagnostic('TK3903', { reason: `\`${head}\` and \`${revision}\` (${from}) have no common ancestor` })
  }
  return diagnostic('TK3905', { head, revision, from, fetch: fetchHistory(hint, target) })
}

function missing(repository: Repository, tip: string, hint: BaseHint): Diagnostic {
  if (hint === usualBase) {
    const reason = 'there is neither a branch `main` nor `master`, and the environment names none'
    return diagnostic('TK3903', { reason })
  }
  const { from, branch, revisions, exact } = hint
  const [best = ''] = revisions
  // A merge commit names its parents even where the history is cut off: then the one commit is all that is missing.
  const isEnough = exact || repository.parents(tip).includes(best)
  const fetch = isEnough
    ? `git fetch --no-tags ${repository.isShallow ? '--depth=1 ' : ''}origin ${quoted(best)}`
    : repository.isShallow
      ? fetchHistory(hint, best)
      : `git fetch --no-tags origin ${refspec(branch ?? best)}`
  return diagnostic('TK3904', { revision: branch ?? best, from, fetch })
}

/** Where a history ends, nobody knows how much of it is missing. */
function fetchHistory({ branch }: BaseHint, commit: string): string {
  return `git fetch --no-tags --unshallow origin ${branch === undefined ? quoted(commit) : refspec(branch)}`
}

function refspec(branch: string): string {
  return quoted(`+refs/heads/${branch}:refs/remotes/origin/${branch}`)
}

/** The command is copied into a shell, and a branch can have almost any name. */
function quoted(word: string): string {
  return /^[\w./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
