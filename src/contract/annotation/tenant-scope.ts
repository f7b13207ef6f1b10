import { type JsonObject, own } from '../../util/own.js'
import { type Origin, type TenantScope, tenantScopes } from '../model/index.js'
import type { Problems } from '../problem.js'
import { type Extension, extensionAt, firstOf, readExtension } from './extension.js'
import { about, choice, either, list, map, record } from './shape.js'
import { identifier, prose } from './text.js'

const scope = choice(tenantScopes)

export const tenantScopeShape = either(
  map(scope, (name): TenantScope => ({ scope: name })),
  record(
    {
      scope,
      isolation: about('How the data of tenants is kept apart.', choice(['silo', 'bridge', 'pool'])),
      pathways: about(
        'Ids in `x-tenant-pathways`; required for cross-tenant.',
        list(identifier, 'a list of pathway ids', { single: true }),
      ),
      justification: about('Why the boundary is crossed; required for cross-tenant.', prose),
    },
    ['scope'],
  ),
)

/** `x-tenant-scope`, and `x-tenant-scoped: true` as found elsewhere. */
export function readTenantScope(node: JsonObject, at: Origin, problems: Problems): Extension<TenantScope> {
  const extension = firstOf(node, ['x-tenant-scope', 'x-tenant-scoped'])
  if (extension === undefined) return undefined
  const value = own(node, extension)
  const place = extensionAt(at, extension)
  if (value === true) return { value: { scope: 'tenant' }, at: place }
  if (value === false) {
    problems.report('TK1313', { extension }, { at: place })
    return 'unreadable'
  }
  return readExtension(node, at, extension, tenantScopeShape, problems)
}
