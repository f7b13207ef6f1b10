import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { startOf } from '../budget.js'
import type { RawDocument } from '../open-document.js'
import { createFolderStore } from './folder-store.js'

const file = '<stdin>'

/** All of standard input; it can be read once only, so whoever needs it again keeps it. */
export type ReadStdin = () => string | Buffer

/** Reads the contract from standard input; its references start at the working directory. */
export function readStdin(options: {
  readonly cwd: string
  readonly root?: string | undefined
  readonly stdin?: ReadStdin | undefined
}): RawDocument | Diagnostic {
  const { cwd, root = cwd, stdin = () => readFileSync(0) } = options
  try {
    const store = createFolderStore(resolve(cwd, root), cwd)
    const given = stdin()
    const content = typeof given === 'string' ? Buffer.from(given) : given
    return { id: file, file, base: { kind: 'local', store, path: file }, content }
  } catch (error) {
    // Nothing is connected, or a terminal that has no more to say (EAGAIN).
    const reason = error instanceof Error ? error.message : String(error)
    return diagnostic('TK1003', { file, reason }, { span: startOf(file) })
  }
}
