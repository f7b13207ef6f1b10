import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'names all that is gone',
    before: { operation: 'x-data-flow: { reads: [shop/a, shop/b], emits: shop/c }' },
    after: { operation: 'x-data-flow: { reads: [shop/b] }' },
    finds: [
      'info governance data-flow-narrowed 7:20 → 7:20: its data flow no longer reads `shop/a` and emits `shop/c`',
    ],
  },
  {
    title: 'is silent about more',
    before: { operation: 'x-data-flow: { reads: [shop/a] }' },
    after: { operation: 'x-data-flow: { reads: [shop/b, shop/a] }' },
    finds: [],
  },
]
