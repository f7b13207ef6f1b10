import { createHash } from 'node:crypto'
import type { Loaded } from '../contract/index.js'
import { invariant } from '../util/invariant.js'
import type { ReportSide } from './report.js'

/** What a report says of one of its sides. The digest does not depend on where the documents lie, only on what is in them. */
export function reportSide({ contract, documents }: Loaded): ReportSide {
  const [root] = documents
  invariant(contract && root, 'a side of a report has been loaded')
  const digest = createHash('sha256')
  for (const { sha256 } of documents) digest.update(`${sha256}\n`)
  return { source: root.file, title: contract.title, version: contract.version, digest: digest.digest('hex') }
}
