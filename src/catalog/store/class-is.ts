import { type RawBuilder, sql } from 'kysely'

/** Whether an entry has this sensitivity, this category, or a category below it: `contact` means `contact.email`, too. */
export function classIs(dataClass: string): RawBuilder<boolean> {
  const below = `${dataClass}.`
  return sql<boolean>`(entry.sensitivity = ${dataClass} or entry.category = ${dataClass}
    or substr(entry.category, 1, ${sql.lit(below.length)}) = ${below})`
}
