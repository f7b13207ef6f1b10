import type { ScopeName } from '../../../contract/model/index.js'

/**
 * Who may reach the data behind an operation, by its scope. That makes the order of scopes: a scope is wider than
 * another when somebody is among these who was not before, and narrower when somebody is missing; of two it can be both.
 *
 * - `tenant`: the tenant whose data it is, and nobody else.
 * - `cross-tenant`: that tenant, and other tenants that have a grant.
 * - `shared`: every tenant reads the same; grants and ownership no longer come into it.
 * - `platform`: operators, across all tenants; a tenant itself does not call it.
 * - `public`: anybody, tenants and operators among them.
 */
const reach = {
  tenant: ['the tenant itself'],
  'cross-tenant': ['the tenant itself', 'tenants with a grant'],
  shared: ['the tenant itself', 'tenants with a grant', 'every tenant'],
  platform: ['operators'],
  public: ['the tenant itself', 'tenants with a grant', 'every tenant', 'operators', 'anybody'],
} as const satisfies Readonly<Record<ScopeName, readonly string[]>>

export type Reacher = (typeof reach)[ScopeName][number]

/** Who reaches the data of an operation newly, and who no more; the widest of them, as the others go without saying. */
export function compareReach(from: ScopeName, to: ScopeName): { readonly won?: Reacher; readonly lost?: Reacher } {
  const widest = (some: readonly Reacher[], others: readonly Reacher[]) =>
    some.findLast((reacher) => !others.includes(reacher))
  const [won, lost] = [widest(reach[to], reach[from]), widest(reach[from], reach[to])]
  return { ...(won && { won }), ...(lost && { lost }) }
}
