import type { TenantScope } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { compareReach } from './scope-reach.js'
import { word } from './word.js'

export const scopeNarrowed = defineDiffRule({
  code: 'TK3301',
  name: 'scope-narrowed',
  category: 'governance',
  claims: ['governance.scope:changed'],
  summary: 'Some of those who could use an operation cannot any more.',
  message: 'the scope went from `{from}` to `{to}`: before, it was open to {who}',
  help: 'Keep the wider operation beside this one until {next}.',
  why: 'Callers whom the scope no longer includes are refused from now on. From `shared` to `tenant` calls still succeed, and answer with the data of one tenant instead of what is the same for all.',
  example: ordersExample({ root: 'x-tenant-scope: public' }, { root: 'x-tenant-scope: tenant' }, [
    'breaking scope-narrowed GET /orders/{tenant}: the scope went from `public` to `tenant`: before, it was open to anybody',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<TenantScope>(from), word<TenantScope>(to)]
    const { lost } = before && after ? compareReach(before.scope, after.scope) : {}
    if (!before || !after || !lost) return undefined
    return {
      level: lost === 'every tenant' ? 'warning' : 'breaking',
      params: { from: before.scope, to: after.scope, who: lost },
    }
  },
})
