import { secured } from '../../../../src/diff/rules/http/security-example.js'
import { securityScopeRequired } from '../../../../src/diff/rules/http/security-scope-required.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: securityScopeRequired.example.before,
    after: securityScopeRequired.example.after,
    finds: [
      'breaking structural security-scope-required 7:18 → 7:18: `login` (`read`) was enough, now `write` is needed in addition',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: securityScopeRequired.example.after,
    after: securityScopeRequired.example.before,
    finds: [],
  },
  {
    title: 'names several scopes',
    before: secured('[{ login: [read] }]'),
    after: secured('[{ login: [admin, read, write] }]'),
    finds: [
      'breaking structural security-scope-required 7:18 → 7:18: `login` (`read`) was enough, now `admin`, `write` are needed in addition',
    ],
  },
]
