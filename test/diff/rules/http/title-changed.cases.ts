import { titleChanged } from '../../../../src/diff/rules/http/title-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: titleChanged.example.before,
    after: titleChanged.example.after,
    finds: ['info structural title-changed 2:16 → 2:16: the title changed from `Orders` to `Purchases`'],
  },
  {
    title: 'is another matter the other way round',
    before: titleChanged.example.after,
    after: titleChanged.example.before,
    finds: ['info structural title-changed 2:16 → 2:16: the title changed from `Purchases` to `Orders`'],
  },
]
