import { responseAdded } from '../../../../src/diff/rules/http/response-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: responseAdded.example.before,
    after: responseAdded.example.after,
    finds: ['warning structural response-added - → 7:54: the response `202` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: responseAdded.example.after,
    after: responseAdded.example.before,
    finds: [],
  },
]
