import { flowScopeAdded } from '../../../../src/diff/rules/http/flow-scope-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowScopeAdded.example.before,
    after: flowScopeAdded.example.after,
    finds: [
      'info structural flow-scope-added 14:81 → 14:81: the scope `write` of the OAuth flow `clientCredentials` is new',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: flowScopeAdded.example.after,
    after: flowScopeAdded.example.before,
    finds: [],
  },
]
