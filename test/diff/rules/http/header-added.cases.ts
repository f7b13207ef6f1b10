import { headerAdded } from '../../../../src/diff/rules/http/header-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: headerAdded.example.before,
    after: headerAdded.example.after,
    finds: ['info structural response-header-added - → 7:60: the optional header `X-Total` is new in the response 204'],
  },
  {
    title: 'is another matter the other way round',
    before: headerAdded.example.after,
    after: headerAdded.example.before,
    finds: [],
  },
]
