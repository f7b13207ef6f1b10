import { sql } from 'kysely'
import type { Coordinates, Shelves } from '../model/index.js'
import { addBlob, textOf } from './blobs.js'
import type { Reader, Writer } from './dialect.js'

/** Lays down what the pages of a version's parts show. A shelf that another version has, too, is kept once. */
export async function addShelves(
  writer: Writer,
  organisation: string,
  { namespace, name, version }: Coordinates,
  shelves: Shelves,
): Promise<void> {
  for (const [position, text] of shelves.entries()) {
    const digest = await addBlob(writer, organisation, text)
    await writer
      .insertInto('version_shelf')
      .values({ organisation, namespace, name, version, position, count: shelves.length, digest })
      .execute()
  }
}

/** All shelves of a version, in their order. */
export async function listShelves(
  reader: Reader,
  organisation: string,
  coordinates: Coordinates,
): Promise<readonly string[]> {
  const rows = await shelfQuery(reader, organisation, coordinates).orderBy('version_shelf.position').execute()
  return rows.map(({ bytes }) => textOf(bytes))
}

/** The shelf with this number, modulo how many the version has; undefined when it has none. */
export async function findShelf(
  reader: Reader,
  organisation: string,
  coordinates: Coordinates,
  number: number,
): Promise<string | undefined> {
  const row = await shelfQuery(reader, organisation, coordinates)
    // As a literal: PostgreSQL cannot tell the type of a parameter in an operation.
    .where(sql<boolean>`version_shelf.position = ${sql.lit(number)} % version_shelf.count`)
    .executeTakeFirst()
  return row && textOf(row.bytes)
}

function shelfQuery(reader: Reader, organisation: string, { namespace, name, version }: Coordinates) {
  return reader
    .selectFrom('version_shelf')
    .innerJoin('blob', (join) =>
      join
        .onRef('blob.organisation', '=', 'version_shelf.organisation')
        .onRef('blob.digest', '=', 'version_shelf.digest'),
    )
    .where('version_shelf.organisation', '=', organisation)
    .where('version_shelf.namespace', '=', namespace)
    .where('version_shelf.name', '=', name)
    .where('version_shelf.version', '=', version)
    .select('blob.bytes')
}
