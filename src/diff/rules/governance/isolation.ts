import type { TenantScope } from '../../../contract/model/index.js'
import { word } from './word.js'

type Isolation = NonNullable<TenantScope['isolation']>

/** From the weakest: everything in one place, a place of one's own in something shared, something of one's own. */
const order: readonly Isolation[] = ['pool', 'bridge', 'silo']

/** How far apart tenants are kept on both sides, when both have a scope and differ in that. */
export function isolationOf(
  from: unknown,
  to: unknown,
): { readonly from: string; readonly to: string; readonly isWeaker: boolean } | undefined {
  const [scopeBefore, scopeAfter] = [word<TenantScope>(from), word<TenantScope>(to)]
  if (!scopeBefore || !scopeAfter || scopeBefore.isolation === scopeAfter.isolation) return undefined
  const [before, after] = [scopeBefore.isolation, scopeAfter.isolation]
  return { from: before ?? 'nothing said', to: after ?? 'nothing said', isWeaker: rank(after) < rank(before) }
}

/** Saying nothing promises nothing: less than the weakest. */
function rank(isolation: Isolation | undefined): number {
  return isolation === undefined ? -1 : order.indexOf(isolation)
}
