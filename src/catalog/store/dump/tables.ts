import type { CatalogDatabase } from '../database.js'

/** How a table is dumped. */
export interface DumpedTable {
  /** The columns that its pages are in the order of. */
  readonly key: readonly string[]
  /** Columns that the database fills by itself. */
  readonly made?: readonly string[]
}

export type TableName = keyof CatalogDatabase

const contract = ['organisation', 'namespace', 'name']
const version = [...contract, 'version']

/** Every table; what others refer to comes first. */
const tables: Readonly<Record<TableName, DumpedTable>> = {
  organisation: { key: ['id'] },
  namespace: { key: ['organisation', 'name'] },
  contract: { key: contract },
  blob: { key: ['organisation', 'digest'] },
  version: { key: version },
  version_document: { key: [...version, 'kind', 'position'] },
  version_shelf: { key: [...version, 'position'] },
  release: { key: version },
  entry: { key: [...version, 'position'], made: ['id', 'words'] },
  contract_flow: { key: contract },
  deployment: { key: ['organisation', 'environment', 'kind', 'namespace', 'name', 'ordinal'] },
  consumer: { key: version },
  consumer_use: {
    key: ['organisation', 'consumer_namespace', 'consumer_name', 'consumer_version', 'namespace', 'name'],
  },
  token: { key: ['id'] },
  trust_policy: { key: ['organisation', 'name'] },
  spent_assertion: { key: ['organisation', 'hash'] },
  audit: { key: ['organisation', 'position'] },
  webhook: { key: ['organisation', 'id'] },
  event: { key: ['organisation', 'sequence'] },
  delivery: { key: ['organisation', 'webhook', 'sequence'] },
}

/** In the order in which they can be filled. */
export const dumpedTables = Object.entries(tables) as readonly (readonly [TableName, DumpedTable])[]
