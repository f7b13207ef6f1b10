import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { handover } from './example-pathway.js'
import { word } from './word.js'

export const justificationChanged = defineDiffRule({
  code: 'TK3309',
  name: 'justification-changed',
  category: 'governance',
  claims: ['governance.scope:changed'],
  summary: 'The reason for crossing a tenant boundary reads differently.',
  message: 'the justification of its scope changed',
  why: 'Nothing on the wire changes. Whoever has agreed to the crossing has agreed to its reason.',
  example: ordersExample(
    {
      root: handover,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [handover], justification: Fulfilment. }',
    },
    {
      root: handover,
      operation: 'x-tenant-scope: { scope: cross-tenant, pathways: [handover], justification: Marketing. }',
    },
    ['info justification-changed GET /orders/{tenant}: the justification of its scope changed'],
  ),
  judge({ from, to }) {
    const [before, after] = [word<TenantScope>(from), word<TenantScope>(to)]
    if (before?.scope !== after?.scope || before?.justification === after?.justification) return undefined
    return { level: 'info', params: {} }
  },
})
