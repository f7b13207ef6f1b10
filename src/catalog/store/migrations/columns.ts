import type { CreateTableBuilder } from 'kysely'

/** Columns of text that are never null. */
export function texts(...names: readonly string[]) {
  return (table: CreateTableBuilder<string, string>): CreateTableBuilder<string, string> =>
    names.reduce<CreateTableBuilder<string, string>>(
      (all, name) => all.addColumn(name, 'text', (column) => column.notNull()),
      table,
    )
}
