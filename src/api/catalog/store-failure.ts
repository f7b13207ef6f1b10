import { NewerStoreError } from '../../catalog/store/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'

/** Codes only: what drivers say in words may hold the URL of the database, and with it a password. */
export function storeFailure(error: unknown): Diagnostic {
  if (error instanceof NewerStoreError) return diagnostic('TK5202', {})
  const [, driver] = /Cannot find (?:package|module) '(libsql|pg|@libsql\/[\w-]+)'/.exec(String(error)) ?? []
  if (driver !== undefined) return diagnostic('TK5203', { driver })
  return diagnostic('TK5201', { reason: codeOf(error) })
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
