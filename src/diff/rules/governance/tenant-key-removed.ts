import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { keyChangeOf, keyRemoved } from './key-edits.js'

export const tenantKeyRemoved = defineDiffRule({
  code: 'TK3331',
  name: 'tenant-key-removed',
  directional: true,
  category: 'security',
  claims: keyRemoved,
  summary: 'A value no longer names the tenant.',
  message: '{where} no longer names the tenant{effect}',
  help: 'Keep `x-tenant-key` where a value names a tenant.',
  why: 'A value that names the tenant is compared with the tenant of the call, on the way in and on the way out. Without the mark a row of another tenant passes unseen.',
  example: ordersExample({ parameter: 'x-tenant-key: true' }, {}, [
    'breaking request-tenant-key-removed GET /orders/{tenant}: path parameter `tenant` no longer names the tenant: nothing compares it with the caller’s any more',
  ]),
  judge(edit, context) {
    const change = keyChangeOf(edit, context)
    if (!change || change.other !== undefined) return undefined
    const { where, isWhole } = change
    if (isWhole) return { level: 'warning', params: { where, effect: ': it is gone' } }
    return { level: 'breaking', params: { where, effect: ': nothing compares it with the caller’s any more' } }
  },
})
