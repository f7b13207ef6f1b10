import {
  type DatabaseIntrospector,
  type Kysely,
  PostgresDialect,
  PostgresIntrospector,
  sql,
  type TableMetadata,
} from 'kysely'

/**
 * PostgreSQL as the catalog uses it. Before each migration Kysely asks which tables there are, and its own question
 * describes every table of the database: slow where there are many, and an error when one of another schema goes
 * meanwhile; it would take the tables of any schema for ours, too. Ours are in one schema, and the names are all that is
 * asked for.
 */
export class OwnSchemaDialect extends PostgresDialect {
  override createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new CurrentSchema(database)
  }
}

class CurrentSchema extends PostgresIntrospector {
  readonly #database: Kysely<unknown>

  constructor(database: Kysely<unknown>) {
    super(database as ConstructorParameters<typeof PostgresIntrospector>[0])
    this.#database = database
  }

  override async getTables(): Promise<TableMetadata[]> {
    const tables = sql<{ schema: string; name: string }>`
      SELECT schemaname AS schema, tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = current_schema()`
    const { rows } = await tables.execute(this.#database)
    return rows.map((table) => ({ ...table, isView: false, columns: [] }))
  }
}
