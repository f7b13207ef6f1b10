import { headerRemoved } from '../../../../src/diff/rules/http/header-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: headerRemoved.example.before,
    after: headerRemoved.example.after,
    finds: [
      'breaking structural response-header-removed 7:60 → -: the required header `X-Total` was removed from the response 204',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: headerRemoved.example.after,
    after: headerRemoved.example.before,
    finds: [],
  },
]
