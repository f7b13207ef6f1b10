import type { JobProvider } from '../model/index.js'
import type { TrustPolicyTable } from './database.js'
import type { Reader, Writer } from './dialect.js'
import type { TrustRecord } from './records.js'

/** Oldest first. */
export async function listTrust(reader: Reader, organisation: string): Promise<readonly TrustRecord[]> {
  const rows = await reader
    .selectFrom('trust_policy')
    .where('organisation', '=', organisation)
    .orderBy('created_at')
    .orderBy('name')
    .selectAll()
    .execute()
  return rows.map(recordOf)
}

function recordOf(row: TrustPolicyTable): TrustRecord {
  return {
    name: row.name,
    provider: row.provider as JobProvider,
    issuer: row.issuer,
    claims: JSON.parse(row.claims) as Readonly<Record<string, string>>,
    permissions: JSON.parse(row.permissions) as readonly string[],
    namespaces: JSON.parse(row.namespaces) as readonly string[],
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

/** False when there is one of this name. */
export async function addTrust(writer: Writer, organisation: string, policy: TrustRecord): Promise<boolean> {
  const { name, provider, issuer, createdAt, createdBy } = policy
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('trust_policy')
    .values({
      organisation,
      name,
      provider,
      issuer,
      claims: JSON.stringify(policy.claims),
      permissions: JSON.stringify(policy.permissions),
      namespaces: JSON.stringify(policy.namespaces),
      created_at: createdAt,
      created_by: createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

/** False when there is none. */
export async function removeTrust(writer: Writer, organisation: string, name: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('trust_policy')
    .where('organisation', '=', organisation)
    .where('name', '=', name)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** An ID token that is used up now, until it is over by itself. */
export interface Spent {
  readonly hash: string
  readonly expiresAt: string
}

/** False when it was used before. What is over is forgotten. */
export async function spend(
  writer: Writer,
  organisation: string,
  { hash, expiresAt }: Spent,
  at: string,
): Promise<boolean> {
  await writer
    .deleteFrom('spent_assertion')
    .where('organisation', '=', organisation)
    .where('expires_at', '<', at)
    .execute()
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('spent_assertion')
    .values({ organisation, hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
