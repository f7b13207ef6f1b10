import type { CatalogDatabase } from '../database.js'

/** A table as it is dumped. Contents go their own way: they are bytes, and many. */
export interface DumpedTable {
  readonly name: Exclude<keyof CatalogDatabase, 'blob'>
  readonly key: readonly string[]
  /** Columns that the database fills by itself. */
  readonly made?: readonly string[]
}

const contract = ['organisation', 'namespace', 'name']
const version = [...contract, 'version']

/** What other tables refer to comes first; `blob` after the contracts. */
export const tablesBeforeBlobs: readonly DumpedTable[] = [
  { name: 'organisation', key: ['id'] },
  { name: 'namespace', key: ['organisation', 'name'] },
  { name: 'contract', key: contract },
]

export const tablesAfterBlobs: readonly DumpedTable[] = [
  { name: 'version', key: version },
  { name: 'version_document', key: [...version, 'kind', 'position'] },
  { name: 'release', key: version },
  { name: 'entry', key: [...version, 'position'], made: ['id', 'words'] },
  { name: 'contract_flow', key: contract },
  { name: 'deployment', key: ['organisation', 'environment', 'kind', 'namespace', 'name', 'ordinal'] },
  { name: 'consumer', key: version },
  {
    name: 'consumer_use',
    key: ['organisation', 'consumer_namespace', 'consumer_name', 'consumer_version', 'namespace', 'name'],
  },
  { name: 'token', key: ['id'] },
  { name: 'audit', key: ['organisation', 'position'] },
]
