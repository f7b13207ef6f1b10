import { createReadStream } from 'node:fs'
import { extract } from 'tar-stream'
import { isObject } from '../../util/own.js'
import { sha256 } from '../../util/sha256.js'
import { type DumpPart, type DumpRow, RestoreRefusedError } from '../store/index.js'
import { archiveFormat, archiveHead, archiveSums } from './format.js'

/** Bytes of one entry; a document of a contract has less. */
const mostBytes = 64 * 1024 * 1024

/**
 * Reads an archive piece by piece. Names in it lead to no file: they only say what a piece is.
 *
 * @throws RestoreRefusedError for anything that is not a whole archive, at its end at the latest; and what the system
 * throws for a file that cannot be read.
 */
export async function* readArchive(file: string): AsyncGenerator<DumpPart> {
  const sums: string[] = []
  let isWhole = false
  for await (const { name, text } of entriesOf(file)) {
    if (isWhole) throw new RestoreRefusedError('it goes on after its end')
    if (name === archiveSums) {
      if (text !== sums.join('')) throw new RestoreRefusedError('its digests are not those of what is in it')
      isWhole = true
      continue
    }
    if (sums.length === 0) checkHead(name, text)
    sums.push(`${sha256(text)}  ${name}\n`)
    if (sums.length > 1) yield partOf(name, text)
  }
  if (!isWhole) throw new RestoreRefusedError('its end is missing')
}

async function* entriesOf(file: string): AsyncGenerator<{ readonly name: string; readonly text: string }> {
  const archive = extract()
  const source = createReadStream(file)
  source.on('error', (error) => archive.destroy(error))
  source.pipe(archive)
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header
      if (type !== 'file' || size > mostBytes)
        throw new RestoreRefusedError('it has something in it that is no file of it')
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk)
      yield { name, text: Buffer.concat(chunks).toString('utf8') }
    }
  } catch (error) {
    // What is no tar at all is told by its reader, in its own words.
    if (error instanceof RestoreRefusedError || (error instanceof Error && 'code' in error)) throw error
    throw new RestoreRefusedError('it is no whole tar', { cause: error })
  } finally {
    source.destroy()
  }
}

function checkHead(name: string, text: string): void {
  const head = name === archiveHead ? parse(text) : undefined
  if (!isObject(head) || head['format'] !== archiveFormat.format)
    throw new RestoreRefusedError('it is no archive of a catalog')
  if (head['version'] !== archiveFormat.version)
    throw new RestoreRefusedError('a newer version of tenantkit has written it')
}

function partOf(name: string, text: string): DumpPart {
  const [, table] = /^rows\/\d{9}-([a-z_]{1,40})\.ndjson$/.exec(name) ?? []
  if (table !== undefined) return { kind: 'rows', table, rows: text.split('\n').slice(0, -1).map(rowOf) }
  const [, organisation, digest] = /^blob\/([a-z0-9_-]{1,63})\/([0-9a-f]{64})$/.exec(name) ?? []
  if (organisation === undefined || digest === undefined)
    throw new RestoreRefusedError('it has something in it that is no part of it')
  return { kind: 'blob', organisation, digest: `sha256:${digest}`, text }
}

function rowOf(line: string): DumpRow {
  const row = parse(line)
  if (!isObject(row) || !Object.values(row).every(isCell)) throw new RestoreRefusedError('it has a row that is none')
  return row as DumpRow
}

function isCell(value: unknown): value is DumpRow[string] {
  return value === null || typeof value === 'string' || Number.isSafeInteger(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
