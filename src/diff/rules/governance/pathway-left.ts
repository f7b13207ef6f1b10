import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { handover } from './example-pathway.js'
import { grown, named, word } from './word.js'

export const pathwayLeft = defineDiffRule({
  code: 'TK3308',
  name: 'pathway-left',
  category: 'governance',
  claims: ['governance.scope:changed', 'governance.scope:removed'],
  summary: 'An operation no longer takes data across a tenant boundary on a way that was open to it.',
  message: 'data no longer leaves the tenant by {pathways}',
  help: 'Keep the pathway open until those who use it have another one, or until {next}.',
  why: 'Callers with a grant for this pathway reached the data of another tenant here, and are refused from now on.',
  example: ordersExample(
    {
      root: handover,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [handover], justification: Fulfilment. }',
    },
    { root: handover, operation: 'x-tenant-scope: tenant' },
    [
      'breaking scope-narrowed GET /orders/{tenant}: the scope went from `cross-tenant` to `tenant`: before, it was open to tenants with a grant',
      'breaking pathway-left GET /orders/{tenant}: data no longer leaves the tenant by `handover`',
    ],
  ),
  judge({ from, to }) {
    const { removed } = grown(word<TenantScope>(from)?.pathways, word<TenantScope>(to)?.pathways)
    return removed.length === 0 ? undefined : { level: 'breaking', params: { pathways: named(removed) } }
  },
})
