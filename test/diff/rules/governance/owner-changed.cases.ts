import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'tells another way to reach the same team',
    before: { root: 'x-owner: { team: orders, contact: a@example.com }' },
    after: { root: 'x-owner: { team: orders, chat: "#orders" }' },
    finds: [
      'info governance owner-changed 3:10 → 3:10: the owner is `orders` (#orders); before, it was `orders` (a@example.com)',
    ],
  },
  {
    title: 'finds that nobody answers any more',
    before: { root: 'x-owner: orders' },
    after: {},
    finds: ['info governance owner-changed 3:10 → 1:1: the owner is nobody; before, it was `orders`'],
  },
]
