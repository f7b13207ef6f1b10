import { defaultRules, type NamespaceRules } from '../model/index.js'
import type { Reader, Writer } from './dialect.js'
import type { NamespaceRecord } from './records.js'

export async function listNamespaces(reader: Reader, organisation: string): Promise<readonly NamespaceRecord[]> {
  const rows = await reader
    .selectFrom('namespace')
    .where('organisation', '=', organisation)
    .orderBy('name')
    .selectAll()
    .execute()
  return rows.map(namespaceOf)
}

export async function findNamespace(
  reader: Reader,
  organisation: string,
  name: string,
): Promise<NamespaceRecord | undefined> {
  const row = await reader
    .selectFrom('namespace')
    .where('organisation', '=', organisation)
    .where('name', '=', name)
    .selectAll()
    .executeTakeFirst()
  return row && namespaceOf(row)
}

/** Rules that came later than the namespace hold as they are by default. */
function namespaceOf({ name, rules }: { readonly name: string; readonly rules: string }): NamespaceRecord {
  return { name, rules: { ...defaultRules, ...(JSON.parse(rules) as Partial<NamespaceRules>) } }
}

/** Makes the namespace, or gives it other rules. */
export async function setNamespace(
  writer: Writer,
  organisation: string,
  { name, rules }: NamespaceRecord,
  at: string,
): Promise<void> {
  await writer
    .insertInto('namespace')
    .values({ organisation, name, rules: JSON.stringify(rules), created_at: at })
    .onConflict((conflict) => conflict.columns(['organisation', 'name']).doUpdateSet({ rules: JSON.stringify(rules) }))
    .execute()
}
