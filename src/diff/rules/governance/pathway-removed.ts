import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { crossing, handover } from './example-pathway.js'

export const pathwayRemoved = defineDiffRule({
  code: 'TK3391',
  name: 'pathway-removed',
  category: 'governance',
  claims: ['pathway:removed'],
  summary: 'A way across the tenant boundary is closed.',
  message: 'pathway `{id}` is gone: data no longer goes from {from} to {to}',
  help: 'Keep it open until those who hold grants for it have another way, or until {next}.',
  why: 'Grants for it are worth nothing from now on, and calls that take it are refused.',
  example: ordersExample({ root: handover, operation: crossing }, { operation: 'x-tenant-scope: tenant' }, [
    'breaking pathway-removed: pathway `handover` is gone: data no longer goes from retailer to supplier',
    'breaking scope-narrowed GET /orders/{tenant}: the scope went from `cross-tenant` to `tenant`: before, it was open to tenants with a grant',
    'breaking pathway-left GET /orders/{tenant}: data no longer leaves the tenant by `handover`',
  ]),
  judge: ({ before }) => ({
    level: 'breaking',
    params: { id: before?.id ?? '', from: before?.from ?? '', to: before?.to ?? '' },
  }),
})
