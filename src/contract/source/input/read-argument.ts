import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { type Budget, startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { failureOf } from './file-failure.js'
import { createFolderStore, isInside, slashed } from './folder-store.js'
import { parseArgument } from './parse-argument.js'
import { readRegularFile } from './read-regular-file.js'
import type { ReadFailure } from './store.js'

export interface ReadArgumentOptions {
  readonly cwd: string
  readonly root?: string | undefined
  readonly allowRemote?: boolean | undefined
  readonly stdin?: (() => string) | undefined
  readonly exists: (path: string) => boolean
}

/** Reads the document that an argument names, with the place that its own references start from. */
export async function readArgument(
  reference: string,
  options: ReadArgumentOptions,
  budget: Budget,
): Promise<RawDocument | Diagnostic> {
  const argument = parseArgument(reference, options.exists)
  switch (argument.kind) {
    case 'file':
      return readFile(argument.path, options, budget)
    case 'stdin':
      return readStdin(options)
    case 'git':
    case 'remote':
    case 'catalog':
      return diagnostic('TK1033', { reference })
  }
}

function readFile(path: string, { cwd, root }: ReadArgumentOptions, budget: Budget): RawDocument | Diagnostic {
  const absolute = resolve(cwd, path)
  const file = slashed(isAbsolute(path) ? path : relative(cwd, absolute))
  const bytes = readRegularFile(absolute, budget.bytesLeft())
  if (!Buffer.isBuffer(bytes)) return fileProblem(file, bytes, budget)
  // The contract itself may be a link to elsewhere, because the user named it; what it refers to may not.
  const place = resolve(realpathSync(dirname(absolute)), basename(absolute))
  const rootFolder = root === undefined ? dirname(place) : resolve(cwd, root)
  const realRoot = realFolder(rootFolder)
  if (realRoot === undefined) return diagnostic('TK1001', { file: slashed(rootFolder) }, { span: startOf(file) })
  if (!isInside(realRoot, place)) {
    return diagnostic('TK1034', { file, root: slashed(relative(cwd, rootFolder)) || '.' }, { span: startOf(file) })
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

function fileProblem(file: string, failure: ReadFailure, budget: Budget): Diagnostic {
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

/** References of what comes from standard input start at the working directory. */
function readStdin({ cwd, root, stdin }: ReadArgumentOptions): RawDocument | Diagnostic {
  const file = '<stdin>'
  const store = createFolderStore(root === undefined ? cwd : resolve(cwd, root), cwd)
  try {
    const content = stdin ? stdin() : readFileSync(0)
    return { id: file, file, base: { kind: 'local', store, path: file }, content }
  } catch (error) {
    return fileProblem(file, failureOf(error), { tooLarge: () => diagnostic('TK1004', { file }) } as unknown as Budget)
  }
}
