import { parameterEmptyValue } from '../../../../src/diff/rules/http/parameter-empty-value.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterEmptyValue.example.before,
    after: parameterEmptyValue.example.after,
    finds: [
      'breaking structural parameter-empty-value 7:66 → 7:20: the query parameter `archived` must not be sent without a value (`archived=`)',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: parameterEmptyValue.example.after,
    after: parameterEmptyValue.example.before,
    finds: [
      'info structural parameter-empty-value 7:20 → 7:66: the query parameter `archived` may be sent without a value (`archived=`)',
    ],
  },
]
