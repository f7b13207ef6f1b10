import { encodingStyleChanged } from '../../../../src/diff/rules/http/encoding-style-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: encodingStyleChanged.example.before,
    after: encodingStyleChanged.example.after,
    finds: [
      'breaking structural request-encoding-style-changed 10:13 → 11:42: the field `tags` of the request body is written differently: `form`, each item by itself before, `form`, all items as one now',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: encodingStyleChanged.example.after,
    after: encodingStyleChanged.example.before,
    finds: [
      'breaking structural request-encoding-style-changed 11:42 → 10:13: the field `tags` of the request body is written differently: `form`, all items as one before, `form`, each item by itself now',
    ],
  },
]
