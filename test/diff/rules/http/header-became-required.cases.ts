import { headerBecameRequired } from '../../../../src/diff/rules/http/header-became-required.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: headerBecameRequired.example.before,
    after: headerBecameRequired.example.after,
    finds: [
      'info structural response-header-became-required 7:69 → 7:81: the header `X-Total` of the response 204 became required',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: headerBecameRequired.example.after,
    after: headerBecameRequired.example.before,
    finds: [],
  },
]
