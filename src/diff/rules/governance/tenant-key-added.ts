import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { keyAdded, keyChangeOf } from './key-edits.js'

export const tenantKeyAdded = defineDiffRule({
  code: 'TK3330',
  name: 'tenant-key-added',
  directional: true,
  category: 'security',
  claims: keyAdded,
  summary: 'A value names the tenant that did not before.',
  message: '{where} names the tenant now{effect}',
  help: 'Announce it: callers that fill in something else, or another tenant, have until {next} to stop.',
  why: 'A value that names the tenant must be the tenant of the call. What comes in with another one is refused from now on; what goes out with another one is never sent.',
  example: ordersExample({}, { parameter: 'x-tenant-key: true' }, [
    'breaking request-tenant-key-added GET /orders/{tenant}: path parameter `tenant` names the tenant now: a call that names another one is refused',
  ]),
  judge(edit, context) {
    const change = keyChangeOf(edit, context)
    if (!change || change.other !== undefined) return undefined
    const { where, isAsked, isWhole } = change
    if (!isAsked || isWhole) return { level: 'info', params: { where, effect: '' } }
    return { level: 'breaking', params: { where, effect: ': a call that names another one is refused' } }
  },
})
