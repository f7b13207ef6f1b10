import { createHash } from 'node:crypto'
import type { SourceDocument } from '../../contract/source/document.js'
import { compareText } from '../../util/compare.js'

/** SHA-256 over all documents of a contract, hexadecimal: by identity and content, in no particular order. */
export function digestOf(documents: readonly SourceDocument[]): string {
  const hash = createHash('sha256')
  const lines = documents.map(({ id, sha256 }) => `${sha256} ${id}\n`)
  for (const line of lines.sort(compareText)) hash.update(line)
  return hash.digest('hex')
}
