import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds that none is named any more',
    before: { operation: 'x-lifecycle: { state: deprecated, successor: shop/orders@2 }' },
    after: { operation: 'x-lifecycle: deprecated' },
    finds: ['info structural successor-changed 7:20 → 7:20: the operation is followed by nothing that is named'],
  },
]
