import type { JsonObject } from '../../util/own.js'
import type { Annotated, Origin, TenantKey } from '../model/index.js'
import type { Problems } from '../problem.js'
import { extensionAt, readExtension } from './extension.js'
import { about, choice, either, map, record, refuse, type Shape } from './shape.js'
import { claim } from './text.js'

const yes: Shape<true> = {
  expected: 'true',
  schema: { const: true },
  read: (value, place) => (value === true ? true : refuse(value, tenantKeyExpected, place)),
}
const tenantKeyExpected = 'true, or an object of source, claim, kind'

export const tenantKeyShape = either(
  map(yes, (): TenantKey => ({})),
  record({
    source: about('Where the tenant is taken from.', choice(['token', 'path', 'header', 'query', 'payload'])),
    claim: about('The claim of the token that names the tenant.', claim),
    kind: about('What a tenant is here.', choice(['tenant', 'organization', 'workspace', 'project'])),
  }),
)

/** `x-tenant-key`. What cannot be read still marks its value as naming the tenant, so that it is compared. */
export function readTenantKey(node: JsonObject, at: Origin, problems: Problems): Annotated<TenantKey> | undefined {
  const read = readExtension(node, at, 'x-tenant-key', tenantKeyShape, problems)
  return read === 'unreadable' ? { value: {}, at: extensionAt(at, 'x-tenant-key') } : read
}
