import { parameterRenamed } from '../../../../src/diff/rules/http/parameter-renamed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterRenamed.example.before,
    after: parameterRenamed.example.after,
    finds: ['info structural parameter-renamed 7:28 → 7:28: the path parameter `id` is called `orderId` now'],
  },
  {
    title: 'is another matter the other way round',
    before: parameterRenamed.example.after,
    after: parameterRenamed.example.before,
    finds: ['info structural parameter-renamed 7:28 → 7:28: the path parameter `orderId` is called `id` now'],
  },
]
