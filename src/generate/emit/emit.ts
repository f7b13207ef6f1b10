import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostic/index.js'
import type { JsonValue } from '../../util/own.js'
import type { OutputFile } from '../plan/types.js'
import { type ComparedFile, compareOutput } from './compare-output.js'
import { type Manifest, type ManifestInput, manifestName, printManifest, readManifest } from './manifest.js'
import { writeOutput } from './write-output.js'

export interface EmitOptions {
  /** Absolute path of the output folder. */
  readonly out: string
  readonly toolVersion: string
  /** Recorded in the manifest, so that a change of them is seen. */
  readonly options: JsonValue
  readonly inputs: readonly ManifestInput[]
  /** Kept in the manifest. Default: none. */
  readonly diagnostics?: readonly JsonValue[] | undefined
  /** A path as diagnostics show it. */
  readonly show: (path: string) => string
  /** Only look: nothing is written. Default: false. */
  readonly check?: boolean | undefined
}

export interface Emitted {
  /** What happened to each file, or would happen under `check`. */
  readonly files: readonly ComparedFile[]
  /** Something was, or would be, written or removed. */
  readonly changed: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Brings an output folder up to date: only what changed is written, only what was generated before is removed. */
export function emit(planned: readonly OutputFile[], options: EmitOptions): Emitted {
  const { out, show } = options
  const before = readManifest(out)
  const { files, contents, diagnostics } = compareOutput(out, planned, before, show)
  if (hasErrors(diagnostics)) return { files: [], changed: false, diagnostics }
  const manifest: Manifest = {
    schemaVersion: 1,
    toolVersion: options.toolVersion,
    options: options.options,
    inputs: options.inputs,
    files: files.flatMap(({ status, ...file }) => (status === 'removed' ? [] : [file])),
    diagnostics: options.diagnostics ?? [],
  }
  const remove = files.flatMap(({ path, status }) => (status === 'removed' ? [path] : []))
  const changed = contents.size > 0 || remove.length > 0
  const text = printManifest(manifest)
  const isRecorded = before !== undefined && printManifest(before) === text
  if (options.check || (!changed && isRecorded)) return { files, changed, diagnostics }
  try {
    // The manifest comes last: until then the old one is right about what may be overwritten.
    writeOutput(out, { write: new Map([...contents, [manifestName, { content: text, replaces: true }]]), remove })
  } catch (error) {
    return { files: [], changed: false, diagnostics: [...diagnostics, notWritable(show, out, error)] }
  }
  return { files, changed, diagnostics }
}

function notWritable(show: (path: string) => string, out: string, error: unknown): Diagnostic {
  const { code, path = out } = error as NodeJS.ErrnoException
  const reason = (code !== undefined && reasons[code]) || (error instanceof Error ? error.message : String(error))
  return diagnostic('TK4001', { path: show(path), reason })
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'a folder is in the way',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  ENAMETOOLONG: 'the path is too long for the file system',
}
