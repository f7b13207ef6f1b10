import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const scopeDeclared = defineDiffRule({
  code: 'TK3303',
  name: 'scope-declared',
  category: 'governance',
  claims: ['governance.scope:added'],
  summary: 'An operation says now whose data it may touch.',
  message: 'its scope is declared: `{scope}`',
  why: 'The version before promised nothing, so no promise is broken. It is worth a look whether the scope is the one that the operation always had: `public` and `shared` are told as warnings.',
  example: ordersExample({}, { operation: 'x-tenant-scope: tenant' }, [
    'info scope-declared GET /orders/{tenant}: its scope is declared: `tenant`',
  ]),
  judge({ to }) {
    const scope = word<TenantScope>(to)?.scope ?? 'tenant'
    return { level: scope === 'public' || scope === 'shared' ? 'warning' : 'info', params: { scope } }
  },
})
