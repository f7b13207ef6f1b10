import { timeoutShortened } from '../../../../src/diff/rules/governance/timeout-shortened.js'
import { ruleCases } from '../support/rule-cases.js'

ruleCases(timeoutShortened, [
  {
    title: 'makes little of a first limit',
    before: {},
    after: { operation: 'x-resilience: 2s' },
    finds: ['info governance timeout-shortened 5:5 → 7:21: a call is given up after 2 s'],
  },
  {
    title: 'is silent about a longer one',
    before: { operation: 'x-resilience: 2s' },
    after: { operation: 'x-resilience: 3s' },
    finds: [],
  },
])
