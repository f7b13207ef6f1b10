import { createHash } from 'node:crypto'
import type { SourceDocument } from '../../contract/source/document.js'
import { compareText } from '../../util/compare.js'

/**
 * SHA-256 over all documents of a contract, hexadecimal: the contract's own first, then the others in no particular order.
 * Names do not count: the same bytes are the same contract in a folder, at a revision and on standard input.
 */
export function digestOf([root, ...others]: readonly SourceDocument[]): string {
  const hash = createHash('sha256')
  for (const sha256 of [root?.sha256 ?? '', ...others.map((other) => other.sha256).sort(compareText)]) {
    hash.update(`${sha256}\n`)
  }
  return hash.digest('hex')
}
