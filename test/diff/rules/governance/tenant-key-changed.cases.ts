import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'breaks with another source',
    before: { parameter: 'x-tenant-key: { source: path }' },
    after: { parameter: 'x-tenant-key: { source: token }' },
    finds: [
      'breaking security request-tenant-key-changed 12:25 → 12:25: path parameter `tenant` names the tenant differently: its source went from `path` to `token`',
    ],
  },
  {
    title: 'warns of another kind',
    before: { properties: 'a: { type: string, x-tenant-key: { kind: tenant } }' },
    after: { properties: 'a: { type: string, x-tenant-key: { kind: workspace } }' },
    finds: [
      'warning security response-tenant-key-changed 21:52 → 21:52: `a` names the tenant differently: its kind went from `tenant` to `workspace`',
    ],
  },
]
