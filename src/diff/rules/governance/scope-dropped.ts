import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const scopeDropped = defineDiffRule({
  code: 'TK3302',
  name: 'scope-dropped',
  category: 'security',
  claims: ['governance.scope:removed'],
  summary: 'Nothing says any more whose data an operation may touch.',
  message: 'it no longer says that its scope is `{scope}`',
  help: 'Declare `x-tenant-scope` on the operation, its path or the document.',
  why: 'Without a scope nobody is bound to check whose data is read or written. What tenants were promised is no longer part of the contract.',
  example: ordersExample({ root: 'x-tenant-scope: tenant' }, {}, [
    'breaking scope-dropped GET /orders/{tenant}: it no longer says that its scope is `tenant`',
  ]),
  judge: ({ from }) => ({ level: 'breaking', params: { scope: word<TenantScope>(from)?.scope ?? '' } }),
})
