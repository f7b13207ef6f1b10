import { parameterMoved } from '../../../../src/diff/rules/http/parameter-moved.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterMoved.example.before,
    after: parameterMoved.example.after,
    finds: ['breaking structural parameter-moved 7:20 → 7:20: the parameter `state` moved from query to header'],
  },
  {
    title: 'is another matter the other way round',
    before: parameterMoved.example.after,
    after: parameterMoved.example.before,
    finds: ['breaking structural parameter-moved 7:20 → 7:20: the parameter `state` moved from header to query'],
  },
]
