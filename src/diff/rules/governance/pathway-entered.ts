import type { Operation, TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { handover } from './example-pathway.js'
import { newOperations } from './new-data.js'
import { grown, named, word } from './word.js'

export const pathwayEntered = defineDiffRule({
  code: 'TK3306',
  name: 'pathway-entered',
  category: 'security',
  claims: [
    'governance.scope:changed',
    'governance.scope:added',
    'operation:added',
    'channel-operation:added',
    'channel:added',
  ],
  summary: 'An operation may take data across a tenant boundary on a way that was not open to it.',
  message: 'data may leave the tenant by {pathways} now',
  help: 'See that the tenants who give the data know of this use of the pathway before it is opened.',
  why: 'A pathway names who gives, who gets and what for. An operation that newly uses one gives data to others than before.',
  example: ordersExample(
    {
      root: `${handover}\n${handover.replace('x-tenant-pathways:\n', '').replace('handover', 'audit')}`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit], justification: Audits. }',
    },
    {
      root: `${handover}\n${handover.replace('x-tenant-pathways:\n', '').replace('handover', 'audit')}`,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [audit, handover], justification: Audits. }',
    },
    ['breaking pathway-entered GET /orders/{tenant}: data may leave the tenant by `handover` now'],
  ),
  judge(edit) {
    const before = word<TenantScope>(edit.from)
    const after = edit.node === 'governance' ? [word<TenantScope>(edit.to)] : (newOperations(edit) ?? []).map(scopeOf)
    const { added } = grown(
      before?.pathways,
      after.flatMap((scope) => scope?.pathways ?? []),
    )
    if (added.length === 0) return undefined
    // What was not there before has promised nothing.
    return { level: before ? 'breaking' : 'warning', params: { pathways: named(added) } }
  },
})

function scopeOf({ governance }: Operation): TenantScope | undefined {
  return governance.scope?.value
}
