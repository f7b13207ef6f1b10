import { linkAdded } from '../../../../src/diff/rules/http/link-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: linkAdded.example.before,
    after: linkAdded.example.after,
    finds: ['info structural link-added - → 7:61: the link `order` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: linkAdded.example.after,
    after: linkAdded.example.before,
    finds: [],
  },
]
