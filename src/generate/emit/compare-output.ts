import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import { sha256 } from '../../util/sha256.js'
import type { OutputFile } from '../plan/types.js'
import { headerStart } from '../render/header.js'
import type { Manifest, ManifestFile } from './manifest.js'
import { viewFolder } from './safe-path.js'
import type { NewContent } from './write-output.js'

export interface ComparedFile extends ManifestFile {
  readonly status: 'written' | 'unchanged' | 'removed'
}

export interface Comparison {
  /** By path. */
  readonly files: readonly ComparedFile[]
  /** What `written` files will hold. */
  readonly contents: ReadonlyMap<string, NewContent>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What is to be written and removed. Errors: a file in the way that is not ours, a link that leads out. What a user
 * changed in a generated file is replaced with a warning (merges leave such files behind, too); a changed file that is
 * not planned any more is kept.
 */
export function compareOutput(
  out: string,
  planned: readonly OutputFile[],
  before: Manifest | undefined,
  show: (path: string) => string,
): Comparison {
  const view = viewFolder(out)
  const known = new Map(before?.files.map((file) => [file.path, file]))
  const files: ComparedFile[] = []
  const contents = new Map<string, NewContent>()
  const diagnostics: Diagnostic[] = []

  for (const { path, text } of planned) {
    const file = { path, bytes: Buffer.byteLength(text), sha256: sha256(text) }
    if (!view.staysInside(path)) {
      diagnostics.push(diagnostic('TK4003', { path: show(join(out, path)) }))
      continue
    }
    const present = view.has(path) ? read(join(out, path)) : undefined
    if (present?.equals(Buffer.from(text))) {
      files.push({ ...file, status: 'unchanged' })
      continue
    }
    const recorded = known.get(path)
    if (present && !recorded && !isOurs(present)) {
      diagnostics.push(diagnostic('TK4002', { path: show(join(out, path)) }))
      continue
    }
    if (present && recorded && sha256(present) !== recorded.sha256) {
      diagnostics.push(diagnostic('TK4011', { path: show(join(out, path)) }))
    }
    contents.set(path, { content: text, replaces: present !== undefined })
    files.push({ ...file, status: 'written' })
  }

  const wanted = new Set(planned.map(({ path }) => path))
  for (const recorded of known.values()) {
    if (wanted.has(recorded.path) || !view.staysInside(recorded.path)) continue
    const present = view.has(recorded.path) ? read(join(out, recorded.path)) : undefined
    if (!present) continue
    if (sha256(present) === recorded.sha256) files.push({ ...recorded, status: 'removed' })
    else diagnostics.push(diagnostic('TK4012', { path: show(join(out, recorded.path)) }))
  }
  files.sort((one, other) => compareText(one.path, other.path))
  return { files, contents, diagnostics }
}

function isOurs(content: Buffer): boolean {
  return content.subarray(0, headerStart.length).toString('latin1') === headerStart
}

/** Undefined: not there. A folder in the way of a file counts as content that is not ours. */
function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : Buffer.alloc(0)
  }
}
