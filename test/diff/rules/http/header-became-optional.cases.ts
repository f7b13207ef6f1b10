import { headerBecameOptional } from '../../../../src/diff/rules/http/header-became-optional.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: headerBecameOptional.example.before,
    after: headerBecameOptional.example.after,
    finds: [
      'breaking structural response-header-became-optional 7:81 → 7:69: the header `X-Total` of the response 204 became optional',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: headerBecameOptional.example.after,
    after: headerBecameOptional.example.before,
    finds: [],
  },
]
