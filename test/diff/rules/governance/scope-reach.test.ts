import { describe, expect, it } from 'vitest'
import { type ScopeName, tenantScopes } from '../../../../src/contract/model/index.js'
import { compareReach } from '../../../../src/diff/rules/governance/scope-reach.js'

describe('compareReach', () => {
  it('says of each pair of scopes who gets in and who is shut out', () => {
    const told = (from: ScopeName, to: ScopeName) => {
      const { won, lost } = compareReach(from, to)
      return `${from} → ${to}: ${won === undefined ? '' : `+ ${won} `}${lost === undefined ? '' : `- ${lost}`}`.trim()
    }
    const pairs = tenantScopes.flatMap((from) => tenantScopes.filter((to) => to !== from).map((to) => told(from, to)))
    expect(pairs).toEqual([
      'tenant → cross-tenant: + tenants with a grant',
      'tenant → shared: + every tenant',
      'tenant → platform: + operators - the tenant itself',
      'tenant → public: + anybody',
      'cross-tenant → tenant: - tenants with a grant',
      'cross-tenant → shared: + every tenant',
      'cross-tenant → platform: + operators - tenants with a grant',
      'cross-tenant → public: + anybody',
      'shared → tenant: - every tenant',
      'shared → cross-tenant: - every tenant',
      'shared → platform: + operators - every tenant',
      'shared → public: + anybody',
      'platform → tenant: + the tenant itself - operators',
      'platform → cross-tenant: + tenants with a grant - operators',
      'platform → shared: + every tenant - operators',
      'platform → public: + anybody',
      'public → tenant: - anybody',
      'public → cross-tenant: - anybody',
      'public → shared: - anybody',
      'public → platform: - anybody',
    ])
    expect(tenantScopes.map((scope) => compareReach(scope, scope))).toEqual(tenantScopes.map(() => ({})))
  })
})
