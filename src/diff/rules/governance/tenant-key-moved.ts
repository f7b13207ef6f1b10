import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { keyChangeOf, keyRemoved } from './key-edits.js'

export const tenantKeyMoved = defineDiffRule({
  code: 'TK3332',
  name: 'tenant-key-moved',
  directional: true,
  category: 'security',
  claims: keyRemoved,
  summary: 'The tenant is named in another place than before.',
  message: 'the tenant is named by {to} instead of {from}',
  help: 'Take the tenant from both places until {next}, and refuse calls in which they disagree.',
  why: 'Callers name the tenant where they always did. If that place is still there it is no longer compared with the tenant of the call, and if it is gone the call is refused or acts for somebody else.',
  example: ordersExample(
    { parameter: 'x-tenant-key: true' },
    { parameters: '- { name: X-Tenant, in: header, x-tenant-key: true, schema: { type: string } }' },
    [
      'breaking request-tenant-key-moved GET /orders/{tenant}: the tenant is named by header parameter `X-Tenant` instead of path parameter `tenant`',
      'info parameter-added GET /orders/{tenant}: the optional header parameter `X-Tenant` is new',
    ],
  ),
  judge(edit, context) {
    const change = keyChangeOf(edit, context)
    if (change?.other === undefined) return undefined
    return { level: change.isAsked ? 'breaking' : 'warning', params: { from: change.where, to: change.other } }
  },
})
