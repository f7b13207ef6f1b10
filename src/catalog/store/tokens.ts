import type { JobProvenance, PersonOrigin } from '../model/index.js'
import type { TokenTable } from './database.js'
import type { Reader, Writer } from './dialect.js'
import type { TokenRecord } from './records.js'

/** A token by its id, whatever organisation it belongs to: this is how the organisation of a caller is found. */
export async function findToken(reader: Reader, id: string): Promise<TokenRecord | undefined> {
  const row = await reader.selectFrom('token').where('id', '=', id).selectAll().executeTakeFirst()
  return row && tokenOf(row)
}

/** Newest first. */
export async function listTokens(reader: Reader, organisation: string): Promise<readonly TokenRecord[]> {
  const rows = await reader
    .selectFrom('token')
    .where('organisation', '=', organisation)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(tokenOf)
}

function tokenOf(row: TokenTable): TokenRecord {
  return {
    id: row.id,
    organisation: row.organisation,
    name: row.name,
    hash: row.hash,
    permissions: JSON.parse(row.permissions) as readonly string[],
    namespaces: JSON.parse(row.namespaces) as readonly string[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revoked: row.revoked_at !== null,
    ...(row.trust !== null &&
      row.provenance !== null && {
        origin: { trust: row.trust, provenance: JSON.parse(row.provenance) as JobProvenance },
      }),
    ...(row.person !== null && { person: JSON.parse(row.person) as PersonOrigin }),
  }
}

export async function addToken(writer: Writer, token: TokenRecord): Promise<void> {
  await writer
    .insertInto('token')
    .values({
      id: token.id,
      organisation: token.organisation,
      name: token.name,
      hash: token.hash,
      permissions: JSON.stringify(token.permissions),
      namespaces: JSON.stringify(token.namespaces),
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      revoked_at: null,
      trust: token.origin?.trust ?? null,
      provenance: token.origin ? JSON.stringify(token.origin.provenance) : null,
      person: token.person ? JSON.stringify(token.person) : null,
    })
    .execute()
}

/** False when there is none of this id in the organisation, or it is revoked already. */
export async function revokeToken(writer: Writer, organisation: string, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('token')
    .set({ revoked_at: at })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Revokes every token that was exchanged by a policy. */
export async function revokeTrusted(writer: Writer, organisation: string, trust: string, at: string): Promise<void> {
  await writer
    .updateTable('token')
    .set({ revoked_at: at })
    .where('organisation', '=', organisation)
    .where('trust', '=', trust)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Forgets tokens of jobs and sessions that are over: there is one for each that ever was, and the audit has told of them. */
export async function forgetShortLived(writer: Writer, organisation: string, at: string): Promise<void> {
  await writer
    .deleteFrom('token')
    .where('organisation', '=', organisation)
    .where((row) => row.or([row('trust', 'is not', null), row('person', 'is not', null)]))
    .where('expires_at', '<', at)
    .execute()
}
