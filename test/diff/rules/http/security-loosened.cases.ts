import { securityLoosened } from '../../../../src/diff/rules/http/security-loosened.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: securityLoosened.example.before,
    after: securityLoosened.example.after,
    finds: [
      'warning security security-loosened 7:18 → 7:18: `login` (`read`) is enough now, `login` (`read`, `write`) was needed',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: securityLoosened.example.after,
    after: securityLoosened.example.before,
    finds: [],
  },
]
