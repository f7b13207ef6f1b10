import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { displayPath } from '../../../util/display-path.js'
import { type Budget, startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { createFolderStore, isInside, slashed } from './folder-store.js'
import { readRegularFile } from './read-regular-file.js'
import type { ReadFailure } from './store.js'

/** Reads a contract's own file and makes a jail of the folder it lies in, or of a wider one. */
export function readFileArgument(
  path: string,
  { cwd, root }: { readonly cwd: string; readonly root?: string | undefined },
  budget: Budget,
): RawDocument | Diagnostic {
  const absolute = resolve(cwd, path)
  const file = isAbsolute(path) ? displayPath(path, cwd) : slashed(relative(cwd, absolute))
  const bytes = readRegularFile(absolute, budget.bytesLeft())
  if (!Buffer.isBuffer(bytes)) return fileProblem(file, bytes, budget)
  // The contract itself may be a link to elsewhere, because the user named it; what it refers to may not.
  const place = resolve(realpathSync(dirname(absolute)), basename(absolute))
  const rootFolder = root === undefined ? dirname(place) : resolve(cwd, root)
  const realRoot = realFolder(rootFolder)
  if (realRoot === undefined) return diagnostic('TK1001', { file: slashed(root ?? '') }, { span: startOf(file) })
  if (!isInside(realRoot, place)) {
    return diagnostic('TK1034', { file, root: slashed(root ?? '') }, { span: startOf(file) })
  }
  const id = slashed(relative(realRoot, place))
  return { id, file, base: { kind: 'local', store: createFolderStore(realRoot, cwd), path: id }, content: bytes }
}

function realFolder(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** Says why the file that an argument names cannot be read. */
function fileProblem(file: string, failure: ReadFailure, budget: Pick<Budget, 'tooLarge'>): Diagnostic {
  const span = startOf(file)
  switch (failure.kind) {
    case 'missing':
    case 'outside':
      return diagnostic('TK1001', { file }, { span })
    case 'not-a-file':
      return diagnostic('TK1002', { file, kind: failure.what }, { span })
    case 'unreadable':
      return diagnostic('TK1003', { file, reason: failure.reason }, { span })
    case 'too-large':
      return budget.tooLarge(file)
  }
}
