import { securityDropped } from '../../../../src/diff/rules/http/security-dropped.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: securityDropped.example.before,
    after: securityDropped.example.after,
    finds: [
      'breaking security security-dropped 7:18 → 7:17: `key` was needed, now calls without credentials are accepted',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: securityDropped.example.after,
    after: securityDropped.example.before,
    finds: [],
  },
]
