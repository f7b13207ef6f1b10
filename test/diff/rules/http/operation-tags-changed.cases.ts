import { operationTagsChanged } from '../../../../src/diff/rules/http/operation-tags-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: operationTagsChanged.example.before,
    after: operationTagsChanged.example.after,
    finds: ['info structural operation-tags-changed 7:13 → 7:13: the tag `shop` was added'],
  },
  {
    title: 'is another matter the other way round',
    before: operationTagsChanged.example.after,
    after: operationTagsChanged.example.before,
    finds: ['info structural operation-tags-changed 7:13 → 7:13: the tag `shop` was removed'],
  },
]
