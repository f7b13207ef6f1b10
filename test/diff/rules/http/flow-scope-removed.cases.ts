import { flowScopeRemoved } from '../../../../src/diff/rules/http/flow-scope-removed.js'
import { withFlows } from '../../../../src/diff/rules/http/security-example.js'
import type { RuleCase } from '../support/rule-cases.js'

const flow = (scopes: string) =>
  withFlows(`clientCredentials: { tokenUrl: https://a.example.com/, scopes: { ${scopes} } }`).replace(
    'login: []',
    'login: [write]',
  )

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowScopeRemoved.example.before,
    after: flowScopeRemoved.example.after,
    finds: [
      'warning structural flow-scope-removed 14:81 → 14:81: the scope `write` of the OAuth flow `clientCredentials` was removed',
    ],
  },
  {
    title: 'breaks where an operation still asks for it',
    before: flow('read: R, write: W'),
    after: flow('read: R'),
    finds: [
      'breaking structural flow-scope-removed 14:72 → 14:72: the scope `write` of the OAuth flow `clientCredentials` was removed, and operations still ask for it',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: flowScopeRemoved.example.after,
    after: flowScopeRemoved.example.before,
    finds: [],
  },
]
