import { responseRemoved } from '../../../../src/diff/rules/http/response-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: responseRemoved.example.before,
    after: responseRemoved.example.after,
    finds: ['breaking structural response-removed 7:20 → -: the response `200` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: responseRemoved.example.after,
    after: responseRemoved.example.before,
    finds: [],
  },
]
