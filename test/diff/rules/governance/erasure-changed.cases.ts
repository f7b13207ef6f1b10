import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'finds another way',
    before: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder } }' },
    after: { root: 'x-data-retention: { period: P10Y, erasure: { channel: erasures } }' },
    finds: [
      'breaking governance erasure-changed 3:19 → 3:19: data is erased before its time by channel `erasures` instead of `getOrder`',
    ],
  },
  {
    title: 'makes little of a shorter time',
    before: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P1M } }' },
    after: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P7D } }' },
    finds: ['info governance erasure-changed 3:19 → 3:19: data is erased before its time within P7D instead of P1M'],
  },
  {
    title: 'makes little of a first way',
    before: { root: 'x-data-retention: P10Y' },
    after: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder } }' },
    finds: ['info governance erasure-changed 3:19 → 3:19: data is erased before its time now, too'],
  },
  {
    title: 'breaks where the time may be longer',
    before: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P30D } }' },
    after: { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P1M } }' },
    finds: [
      'breaking governance erasure-changed 3:19 → 3:19: data is erased before its time within P1M instead of P30D',
    ],
  },
]
