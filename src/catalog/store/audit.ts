import type { KeyObject } from 'node:crypto'
import { auditLine, type ChainEnd, chainEnd, checkpointLine, linkOf } from '@tenantkit/runtime/audit'
import type { AuditTable } from './database.js'
import type { Dialect, Reader, Writer } from './dialect.js'
import type { AuditRecord } from './records.js'

/** What happened, in one word that alerts can be built on. */
export type AuditAction =
  | 'organisation-created'
  | 'namespace-configured'
  | 'version-published'
  | 'version-waits'
  | 'version-refused'
  | 'version-approved'
  | 'version-rejected'
  | 'release-recorded'
  | 'deployment-recorded'
  | 'usage-registered'
  | 'token-created'
  | 'token-revoked'
  | 'trust-added'
  | 'trust-removed'
  | 'exchange-granted'
  | 'exchange-refused'
  | 'webhook-created'
  | 'webhook-removed'
  | 'webhook-secret-rotated'
  | 'webhook-enabled'
  | 'webhook-disabled'
  | 'webhook-redelivery'
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-refused'

export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `token:ID`, `trust:NAME` for jobs, `person:SUBJECT` for people, or `operator` for whoever works on the catalog's own machine. */
  readonly actor: string
  readonly action: AuditAction
  /** What it was done to: `orders/api@1.2.0`, `token 0a1b…`. */
  readonly subject: string
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined
}

export interface AuditKey {
  /** Ed25519, private. */
  readonly key: KeyObject
  /** Links after which a checkpoint is signed; as `verifyChain` has it by default. */
  readonly every: number
}

/** Adds an entry to the organisation's chain, in the transaction of what it tells of: either both are there or neither. */
export async function appendAudit(
  writer: Writer,
  dialect: Dialect,
  organisation: string,
  entry: AuditEntry,
  signer: AuditKey | undefined,
): Promise<void> {
  const last = await lockedEnd(writer, dialect, organisation)
  const { line, end } = linkOf(auditLine(entry), last)
  const { at, actor, action, subject } = entry
  const place = { organisation, sequence: end.sequence, at }
  const position = last.position + 1
  await writer
    .insertInto('audit')
    .values({ ...place, position, kind: 'link', actor, action, subject, line })
    .execute()
  if (signer && end.sequence % signer.every === 0) await addCheckpoint(writer, organisation, end, position, at, signer)
}

/** The newest checkpoint; a new one where entries came after it. Undefined without a key. */
export async function checkpointAudit(
  writer: Writer,
  dialect: Dialect,
  organisation: string,
  at: string,
  signer: AuditKey | undefined,
): Promise<string | undefined> {
  if (!signer) return undefined
  const { isSigned, position, line, ...end } = await lockedEnd(writer, dialect, organisation)
  return isSigned ? line : addCheckpoint(writer, organisation, end, position, at, signer)
}

async function addCheckpoint(
  writer: Writer,
  organisation: string,
  { sequence, hash }: ChainEnd,
  position: number,
  at: string,
  { key }: AuditKey,
): Promise<string> {
  const line = checkpointLine({ sequence, hash, at }, key)
  const about = { actor: 'catalog', action: 'checkpoint', subject: String(sequence) }
  await writer
    .insertInto('audit')
    .values({ organisation, sequence, at, position: position + 1, kind: 'checkpoint', ...about, line })
    .execute()
  return line
}

interface LockedEnd extends ChainEnd {
  readonly position: number
  /** Whether the last line is a checkpoint. */
  readonly isSigned: boolean
  readonly line: string
}

/** Where the chain ends; nobody else adds to it before this transaction is over. */
async function lockedEnd(writer: Writer, dialect: Dialect, organisation: string): Promise<LockedEnd> {
  await dialect.lock(writer, `tenantkit/audit/${organisation}`)
  return endOf(writer, organisation)
}

async function endOf(reader: Reader, organisation: string): Promise<LockedEnd> {
  const last = await reader
    .selectFrom('audit')
    .where('organisation', '=', organisation)
    .orderBy('position', 'desc')
    .limit(1)
    .select(['position', 'kind', 'line'])
    .executeTakeFirst()
  if (!last) return { ...chainEnd([]), position: 0, isSigned: true, line: '' }
  const { position, kind, line } = last
  const { sequence, hash } = chainEnd([line])
  return { sequence, hash, position, isSigned: kind === 'checkpoint', line }
}

/** How far the chain has come. */
export async function auditEnd(reader: Reader, organisation: string): Promise<ChainEnd> {
  const { sequence, hash } = await endOf(reader, organisation)
  return { sequence, hash }
}

/** The newest lines before this position, newest first. Default: the newest of all. */
export async function listAuditBefore(
  reader: Reader,
  organisation: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly AuditRecord[]> {
  let query = reader.selectFrom('audit').where('organisation', '=', organisation)
  if (before !== undefined) query = query.where('position', '<', before)
  return (await query.orderBy('position', 'desc').limit(limit).selectAll().execute()).map(recordOf)
}

/** Lines in their order, from the one after this position. */
export async function listAudit(
  reader: Reader,
  organisation: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly AuditRecord[]> {
  const rows = await reader
    .selectFrom('audit')
    .where('organisation', '=', organisation)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .selectAll()
    .execute()
  return rows.map(recordOf)
}

function recordOf({ organisation: _, kind, ...row }: AuditTable): AuditRecord {
  return { ...row, kind: kind as AuditRecord['kind'] }
}
