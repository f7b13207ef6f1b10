import { sql } from 'kysely'
import type { CatalogEntry, Coordinates, PartName } from '../model/index.js'
import { classIs } from './class-is.js'
import type { Dialect, Reader, Writer } from './dialect.js'
import type { SearchHit } from './records.js'
import { wordsOf } from './words.js'

export interface SearchQuery {
  /** Words; a hit has all of them, the last one perhaps unfinished. Without words everything else decides. */
  readonly text?: string | undefined
  readonly kind?: string | undefined
  readonly namespace?: string | undefined
  /** Tenant scope of an operation. */
  readonly scope?: string | undefined
  /** A sensitivity, a category, or the head of one: `contact` finds `contact.email`. */
  readonly class?: string | undefined
  /** Hits that are left out, the best ones. Default: 0. */
  readonly offset?: number | undefined
  readonly limit: number
}

/** Looks through the newest published version of each contract, the best hits first. */
export async function search(
  reader: Reader,
  dialect: Dialect,
  organisation: string,
  { text, kind, namespace, scope, class: dataClass, offset = 0, limit }: SearchQuery,
): Promise<readonly SearchHit[]> {
  const words = text === undefined ? [] : wordsOf(text).slice(0, maxWords)
  if (text !== undefined && words.length === 0) return []
  const terms = words.length > 0 ? dialect.search(words) : undefined
  const conditions = [
    sql<boolean>`entry.organisation = ${organisation}`,
    ...(terms ? [terms.condition] : []),
    ...(kind === undefined ? [] : [sql<boolean>`entry.kind = ${kind}`]),
    ...(namespace === undefined ? [] : [sql<boolean>`entry.namespace = ${namespace}`]),
    ...(scope === undefined ? [] : [sql<boolean>`entry.scope = ${scope}`]),
    ...(dataClass === undefined ? [] : [classIs(dataClass)]),
  ]
  const { rows } = await sql<HitRow>`
    select entry.kind, entry.namespace, entry.name, entry.version, entry.label, entry.text, entry.scope,
      entry.sensitivity, entry.category, entry.pointer, entry.part
    from ${terms?.from ?? sql`entry`}
    where ${sql.join(conditions, sql` and `)}
    order by ${terms ? sql`${terms.rank} desc,` : sql``} entry.namespace, entry.name, entry.position
    limit ${limit} offset ${offset}`.execute(reader)
  return rows.map(hitOf)
}

const maxWords = 12

export interface HitRow extends Omit<SearchHit, 'scope' | 'sensitivity' | 'category' | 'part'> {
  readonly scope: string | null
  readonly sensitivity: string | null
  readonly category: string | null
  readonly part: string | null
}

export function hitOf({ scope, sensitivity, category, part, ...hit }: HitRow): SearchHit {
  const named = partIn(part ?? '')
  return {
    ...hit,
    ...(scope !== null && { scope }),
    ...(sensitivity !== null && { sensitivity }),
    ...(category !== null && { category }),
    ...(named && { part: named }),
  }
}

function partIn(text: string): PartName | undefined {
  const [, kind, key = ''] = /^(operation|schema)\/(.+)$/.exec(text) ?? []
  return kind === 'operation' || kind === 'schema' ? { kind, key } : undefined
}

/** Makes the search know this version of the contract instead of the one before. */
export async function indexVersion(
  writer: Writer,
  organisation: string,
  { namespace, name, version }: Coordinates,
  entries: readonly CatalogEntry[],
): Promise<void> {
  await writer
    .deleteFrom('entry')
    .where('organisation', '=', organisation)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .execute()
  const rows = entries.map((entry, position) => ({
    organisation,
    namespace,
    name,
    version,
    position,
    kind: entry.kind,
    label: entry.label,
    text: entry.text,
    label_words: wordsOf(entry.label).join(' '),
    text_words: wordsOf(entry.text).join(' '),
    scope: entry.scope ?? null,
    sensitivity: entry.sensitivity ?? null,
    category: entry.category ?? null,
    pointer: entry.pointer,
    part: entry.part ? `${entry.part.kind}/${entry.part.key}` : null,
  }))
  for (let index = 0; index < rows.length; index += rowsAtOnce) {
    await writer
      .insertInto('entry')
      .values(rows.slice(index, index + rowsAtOnce))
      .execute()
  }
}

/** PostgreSQL takes 65,535 parameters in a statement, SQLite 32,766. */
const rowsAtOnce = 500
