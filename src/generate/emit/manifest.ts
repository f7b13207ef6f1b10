import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isArray, isObject, type JsonValue, own } from '../../util/own.js'
import { isSafePath } from './safe-path.js'

export const manifestName = '.tenantkit-manifest.json'

/** What was generated last time, from what: it decides what may be overwritten, what is removed, and whether anything is to do. */
export interface Manifest {
  readonly schemaVersion: 1
  readonly toolVersion: string
  /** Everything beside the contract that the output depends on, as plain data. */
  readonly options: JsonValue
  /** Every file that was read, relative to the contract's root, with a hash of its content. */
  readonly inputs: readonly ManifestInput[]
  readonly files: readonly ManifestFile[]
  /** What was said about the contract, for the next time that nothing has changed: plain data, not to be trusted. */
  readonly diagnostics: readonly JsonValue[]
}

export interface ManifestInput {
  readonly path: string
  readonly sha256: string
}

export interface ManifestFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** The manifest in an output folder; undefined when there is none that can be relied on. It may have come with a repository, so it is read with care. */
export function readManifest(out: string): Manifest | undefined {
  let value: JsonValue
  try {
    value = JSON.parse(readFileSync(join(out, manifestName), 'utf8')) as JsonValue
  } catch {
    return undefined
  }
  if (!isObject(value) || own(value, 'schemaVersion') !== 1) return undefined
  const toolVersion = own(value, 'toolVersion')
  const diagnostics = own(value, 'diagnostics') ?? []
  return {
    schemaVersion: 1,
    toolVersion: typeof toolVersion === 'string' ? toolVersion : '',
    options: own(value, 'options') ?? null,
    inputs: entries(own(value, 'inputs')).flatMap((entry) => {
      const { path, sha256 } = texts(entry)
      return path === undefined || sha256 === undefined ? [] : [{ path, sha256 }]
    }),
    files: entries(own(value, 'files')).flatMap((entry) => {
      const { path, sha256 } = texts(entry)
      const bytes = own(entry, 'bytes')
      const isFile = path !== undefined && sha256 !== undefined && typeof bytes === 'number' && isSafePath(path)
      return isFile ? [{ path, bytes, sha256 }] : []
    }),
    diagnostics: isArray(diagnostics) ? diagnostics : [],
  }
}

/** One entry a line: a change of one file is one line in a diff. */
export function printManifest(manifest: Manifest): string {
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`
  return `{
  "schemaVersion": 1,
  "toolVersion": ${JSON.stringify(manifest.toolVersion)},
  "options": ${JSON.stringify(manifest.options)},
  "inputs": ${list(manifest.inputs)},
  "files": ${list(manifest.files)},
  "diagnostics": ${list(manifest.diagnostics)}
}
`
}

type JsonRecord = { readonly [key: string]: JsonValue }

function entries(value: JsonValue | undefined): readonly JsonRecord[] {
  return value !== undefined && isArray(value) ? value.filter(isObject) : []
}

function texts(entry: JsonRecord): { readonly path?: string; readonly sha256?: string } {
  const path = own(entry, 'path')
  const sha256 = own(entry, 'sha256')
  return {
    ...(typeof path === 'string' && { path }),
    ...(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && { sha256 }),
  }
}
