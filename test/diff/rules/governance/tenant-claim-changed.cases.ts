import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns of a scheme that begins to name the tenant',
    before: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer } } }
security: [{ s: [] }]`,
    },
    after: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer, x-tenant-key: { source: token, claim: tid } } } }
security: [{ s: [] }]`,
    },
    finds: [
      'warning security tenant-claim-changed 3:34 → 3:81: credentials of `s` name the tenant by the claim `tid` instead of not at all',
    ],
  },
  {
    title: 'breaks with one that no longer does',
    before: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer, x-tenant-key: { source: token, claim: tid } } } }
security: [{ s: [] }]`,
    },
    after: {
      root: `components: { securitySchemes: { s: { type: http, scheme: bearer } } }
security: [{ s: [] }]`,
    },
    finds: [
      'breaking security tenant-claim-changed 3:81 → 3:34: credentials of `s` name the tenant not at all instead of by the claim `tid`',
    ],
  },
]
