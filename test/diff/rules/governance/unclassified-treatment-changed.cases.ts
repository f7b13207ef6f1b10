import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds what is masked from now on',
    before: {},
    after: { root: 'x-data-policy: { unclassified: restrict }' },
    finds: [
      'breaking security unclassified-treatment-changed 1:1 → 3:32: what nobody has classified was under `warn` and is under `restrict` now: it is masked as confidential from now on',
    ],
  },
  {
    title: 'makes little of it where everything has a class',
    before: {
      root: `x-data-classification: internal
x-data-policy: { unclassified: restrict }`,
    },
    after: {
      root: `x-data-classification: internal
x-data-policy: { unclassified: allow }`,
    },
    finds: [
      'info security unclassified-treatment-changed 4:32 → 4:32: what nobody has classified was under `restrict` and is under `allow` now',
    ],
  },
  {
    title: 'makes little of allow and warn',
    before: { root: 'x-data-policy: { unclassified: allow }' },
    after: { root: 'x-data-policy: { unclassified: warn }' },
    finds: [
      'info security unclassified-treatment-changed 3:32 → 3:32: what nobody has classified was under `allow` and is under `warn` now',
    ],
  },
]
