import { linkRemoved } from '../../../../src/diff/rules/http/link-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: linkRemoved.example.before,
    after: linkRemoved.example.after,
    finds: ['warning structural link-removed 7:61 → -: the link `order` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: linkRemoved.example.after,
    after: linkRemoved.example.before,
    finds: [],
  },
]
