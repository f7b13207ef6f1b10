import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadContract } from '../../src/contract/index.js'

/** A line of a collection's MANIFEST.tsv: file, source, commit_or_version, licence, spec_version, bytes, operations, schemas, pair_id. */
export interface CorpusFile {
  readonly file: string
  readonly version: string
  readonly specVersion: string
  /** The same for versions of one contract, newest first. */
  readonly pair: string
}

/** The contracts of a collection; parts of others are left out. */
export function readManifest(folder: string): readonly CorpusFile[] {
  const [, ...lines] = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n')
  return lines
    .map((line) => line.split('\t'))
    .map(([file = '', , version = '', , specVersion = '', , , , pair = '']) => ({ file, version, specVersion, pair }))
    .filter(({ specVersion }) => specVersion !== 'fragment')
}

/** Loads a contract of a collection, in the project that it is from; what is compressed is unpacked into `unpacked`. */
export async function loadFile(folder: string, row: Pick<CorpusFile, 'file'>, unpacked: string) {
  const project = row.file.split('/').slice(0, 2).join('/')
  const file = row.file.replace(/\.gz$/, '')
  const base = resolve(row.file === file ? folder : unpacked)
  if (row.file !== file) {
    mkdirSync(dirname(join(unpacked, file)), { recursive: true })
    writeFileSync(join(unpacked, file), gunzipSync(readFileSync(join(folder, row.file))))
  }
  return loadContract(file, { cwd: base, root: join(base, project), validation: 'never' })
}
