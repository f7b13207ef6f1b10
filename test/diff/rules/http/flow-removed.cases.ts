import { flowRemoved } from '../../../../src/diff/rules/http/flow-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowRemoved.example.before,
    after: flowRemoved.example.after,
    finds: ['breaking structural flow-removed 15:19 → 14:9: the OAuth flow `password` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: flowRemoved.example.after,
    after: flowRemoved.example.before,
    finds: [],
  },
]
