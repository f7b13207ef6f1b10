import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createTickets, ephemeralKeys } from '@tenantkit/runtime'
import type { JudgePool } from '../../judge/index.js'
import type { Defect } from '../../model/index.js'
import type { CatalogStore } from '../../store/index.js'
import { createLoading } from '../loading/create-loading.js'
import { type ExportedPages, exportPages } from './export-pages.js'

export interface ExportStoreOptions {
  readonly store: CatalogStore
  readonly judge: JudgePool
  readonly organisation: string
  readonly directory: string
  readonly toolVersion: string
  readonly now: () => Date
  /** Told of every fault of our own that leaves a page out. */
  readonly onDefect: (defect: Defect) => void
}

/** Writes the pages of an organisation without a server: nothing is signed, and nobody is let in. */
export function exportStore({
  store,
  judge,
  toolVersion,
  now,
  onDefect,
  ...to
}: ExportStoreOptions): Promise<ExportedPages> {
  const publicKey = createPublicKey(generateKeyPairSync('ed25519').privateKey)
  const tickets = createTickets({ keys: ephemeralKeys() })
  const context = { store, judge, tickets, publicKey, now, random: randomBytes, onDefect }
  return exportPages({ ...createLoading(context, toolVersion), ...to })
}
