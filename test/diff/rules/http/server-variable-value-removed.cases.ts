import { regional } from '../../../../src/diff/rules/http/server-example.js'
import { serverVariableValueRemoved } from '../../../../src/diff/rules/http/server-variable-value-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverVariableValueRemoved.example.before,
    after: serverVariableValueRemoved.example.after,
    finds: [
      'breaking structural server-variable-value-removed 3:79 → 3:79: the variable `region` of the server `https://{region}.example.com` must not be `us` any more',
    ],
  },
  {
    title: 'finds a list where any value went',
    before: regional('default: eu'),
    after: regional('enum: [eu], default: eu'),
    finds: [
      'breaking structural server-variable-value-removed 3:71 → 3:79: the variable `region` of the server `https://{region}.example.com` must not be just anything any more',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: serverVariableValueRemoved.example.after,
    after: serverVariableValueRemoved.example.before,
    finds: [],
  },
]
