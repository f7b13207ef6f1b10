import { serverVariableDefaultChanged } from '../../../../src/diff/rules/http/server-variable-default-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverVariableDefaultChanged.example.before,
    after: serverVariableDefaultChanged.example.after,
    finds: [
      'warning structural server-variable-default-changed 3:98 → 3:98: the variable `region` of the server `https://{region}.example.com` is `us` by default, not `eu` any more',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: serverVariableDefaultChanged.example.after,
    after: serverVariableDefaultChanged.example.before,
    finds: [
      'warning structural server-variable-default-changed 3:98 → 3:98: the variable `region` of the server `https://{region}.example.com` is `eu` by default, not `us` any more',
    ],
  },
]
