import { flowAdded } from '../../../../src/diff/rules/http/flow-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowAdded.example.before,
    after: flowAdded.example.after,
    finds: ['info structural flow-added 14:9 → 15:19: the OAuth flow `password` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: flowAdded.example.after,
    after: flowAdded.example.before,
    finds: [],
  },
]
