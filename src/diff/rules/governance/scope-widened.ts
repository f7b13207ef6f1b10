import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { compareReach } from './scope-reach.js'
import { word } from './word.js'

export const scopeWidened = defineDiffRule({
  code: 'TK3300',
  name: 'scope-widened',
  category: 'security',
  claims: ['governance.scope:changed'],
  summary: 'The data behind an operation is reached by more than before.',
  message: 'the scope went from `{from}` to `{to}`: {who} can reach its data now',
  help: 'Leave the scope as it was and offer the wider use as an operation of its own, or have those whose data it is agree.',
  why: 'A scope is a promise to every tenant about who gets at its data. What enforces it (the check that each row is of the caller’s tenant, the grant, the login) changes with it, for data that is there already.',
  example: ordersExample({ root: 'x-tenant-scope: tenant' }, { root: 'x-tenant-scope: shared' }, [
    'breaking scope-widened GET /orders/{tenant}: the scope went from `tenant` to `shared`: every tenant can reach its data now',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<TenantScope>(from), word<TenantScope>(to)]
    const { won } = before && after ? compareReach(before.scope, after.scope) : {}
    if (!before || !after || !won) return undefined
    return { level: 'breaking', params: { from: before.scope, to: after.scope, who: won } }
  },
})
