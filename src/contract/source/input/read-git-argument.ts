import { posix, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { type Budget, startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { slashed } from './folder-store.js'
import { createGitStore, findGitTree } from './git-store.js'

/**
 * Reads a contract at a revision. As in `git show`, a path counts from the top of the tree unless it starts with `./` or
 * `../`, and everything that the contract refers to is taken from the same tree.
 */
export function readGitArgument(
  ref: string,
  path: string,
  { cwd, root }: { readonly cwd: string; readonly root?: string | undefined },
  budget: Budget,
): RawDocument | Diagnostic {
  const file = `git:${ref}:${path}`
  const span = startOf(file)
  const unreadable = (reason: string) => diagnostic('TK1030', { file, reason }, { span })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/^-|[\u0000-\u0020\u007f]/.test(ref)) return diagnostic('TK1031', { ref }, { span })
  const tree = findGitTree(cwd, ref)
  if ('reason' in tree) return unreadable(tree.reason)

  const full = posix.normalize(/^\.\.?\//.test(path) ? posix.join(tree.prefix, path) : path)
  if (full.startsWith('../') || full.startsWith('/')) return unreadable('the path leads out of the repository')
  const folder = root === undefined ? '' : posix.join(tree.prefix, slashed(relative(cwd, resolve(cwd, root))))
  const inside = posix.relative(folder, full)
  if (folder.startsWith('..') || inside.startsWith('../')) {
    return diagnostic('TK1034', { file, root: slashed(root ?? '') }, { span })
  }

  const store = createGitStore(cwd, ref, tree, folder)
  const read = store.read(inside, budget.bytesLeft())
  switch (read.kind) {
    case 'read':
      return {
        id: inside,
        file: store.label(inside),
        base: { kind: 'local', store, path: inside },
        content: read.bytes,
      }
    case 'missing':
    case 'outside':
      return unreadable('there is no such file at this revision')
    case 'not-a-file':
      return unreadable(`it is ${read.what}, not a file`)
    case 'unreadable':
      return unreadable(read.reason)
    case 'too-large':
      return budget.tooLarge(file)
  }
}
