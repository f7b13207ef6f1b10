import { regional } from '../../../../src/diff/rules/http/server-example.js'
import { serverVariableValueAdded } from '../../../../src/diff/rules/http/server-variable-value-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: serverVariableValueAdded.example.before,
    after: serverVariableValueAdded.example.after,
    finds: [
      'info structural server-variable-value-added 3:79 → 3:79: the variable `region` of the server `https://{region}.example.com` may be `us` now',
    ],
  },
  {
    title: 'finds that any value goes',
    before: regional('enum: [eu], default: eu'),
    after: regional('default: eu'),
    finds: [
      'info structural server-variable-value-added 3:79 → 3:71: the variable `region` of the server `https://{region}.example.com` may be anything now',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: serverVariableValueAdded.example.after,
    after: serverVariableValueAdded.example.before,
    finds: [],
  },
]
