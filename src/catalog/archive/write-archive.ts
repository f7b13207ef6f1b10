import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import { sha256 } from '../../util/sha256.js'
import type { DumpPart } from '../store/index.js'
import { archiveFormat, archiveHead, archiveSums } from './format.js'

/**
 * Writes a dump as a tar: rows as lines of JSON, contents as they are, and the digests of all of them at its end.
 *
 * @param file must not be there yet; only its owner may read it.
 */
export async function writeArchive(parts: AsyncIterable<DumpPart>, file: string): Promise<void> {
  const archive = pack()
  const written = pipeline(archive, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  // Whichever of the two fails ends the other one.
  await Promise.all([written, fill(archive, parts).catch((error: unknown) => archive.destroy(asError(error)))])
}

async function fill(archive: Pack, parts: AsyncIterable<DumpPart>): Promise<void> {
  const sums: string[] = []
  let number = 0
  const add = async (name: string, text: string) => {
    sums.push(`${sha256(text)}  ${name}\n`)
    await addEntry(archive, name, text)
  }
  await add(archiveHead, `${JSON.stringify(archiveFormat)}\n`)
  for await (const part of parts) {
    number++
    if (part.kind === 'blob') await add(`blob/${part.organisation}/${part.digest.replace('sha256:', '')}`, part.text)
    else {
      const lines = part.rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      await add(`rows/${String(number).padStart(9, '0')}-${part.table}.ndjson`, lines)
    }
  }
  await addEntry(archive, archiveSums, sums.join(''))
  archive.finalize()
}

function addEntry(archive: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The same catalog gives the same archive: nothing in it tells when it was written.
    archive.entry({ name, mode: 0o600, mtime: new Date(0) }, text, (error) => (error ? reject(error) : resolve()))
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new TypeError('the dump failed', { cause: error })
}
