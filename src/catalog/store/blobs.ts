import { gunzipSync, gzipSync } from 'node:zlib'
import { sha256 } from '../../util/sha256.js'
import type { Writer } from './dialect.js'

/** Keeps a text once in the organisation, and gives its digest. */
export async function addBlob(writer: Writer, organisation: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const digest = `sha256:${sha256(bytes)}`
  const known = await writer
    .selectFrom('blob')
    .where('organisation', '=', organisation)
    .where('digest', '=', digest)
    .select('size')
    .executeTakeFirst()
  if (known) return digest
  await writer
    .insertInto('blob')
    .values({ organisation, digest, bytes: gzipSync(bytes), size: bytes.length })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return digest
}

/** The text of what was kept. */
export function textOf(bytes: Uint8Array): string {
  return gunzipSync(bytes).toString('utf8')
}
