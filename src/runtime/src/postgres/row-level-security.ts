import { identifier, tableName } from './table-name.js'
import { settingName } from './transaction.js'

export interface RowLevelSecurityOptions {
  /** Column that holds the tenant's id, as text. Default: `tenant_id`. */
  readonly column?: string | undefined
  /** As in `withTenant`. Default: `app.tenant_id`. */
  readonly setting?: string | undefined
}

/**
 * SQL for a migration: rows of `table` are there for their tenant only, to read and to write, also for the table's owner.
 * Where no tenant is set nothing is there: after a transaction the setting is an empty text, not null, and that is no
 * tenant, either. Superusers and roles with BYPASSRLS are not held back by any policy: do not let a service be one.
 *
 * @param table `orders`, or `sales.orders`.
 */
export function rowLevelSecurity(table: string, options: RowLevelSecurityOptions = {}): string {
  const { qualified } = tableName(table)
  const column = identifier(options.column ?? 'tenant_id')
  const own = `${column} = NULLIF(current_setting('${settingName(options.setting)}', true), '')`
  return [
    `ALTER TABLE ${qualified} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${qualified} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY tenant_isolation ON ${qualified} USING (${own}) WITH CHECK (${own});`,
    '',
  ].join('\n')
}
