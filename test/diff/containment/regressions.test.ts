import { describe, expect, test } from 'vitest'
import { createContainment } from '../../../src/diff/containment/index.js'
import { examine, type Pair } from './oracle/examine.js'
import { verdictOf } from './support.js'

/** Pairs on which the engine was wrong, as small as they could be made. Each verdict is held against the definition, too. */
const strict: readonly (readonly [string, object, object, string])[] = [
  [
    'a count of items that is none',
    { contains: true, minContains: 3, maxContains: 2 },
    { contains: true, maxContains: 2 },
    'compatible',
  ],
  [
    'two that are alike, of which one may be there',
    { contains: true, maxContains: 1 },
    { uniqueItems: true },
    'compatible',
  ],
  [
    'two that are alike, both of which may be there',
    { contains: true, maxContains: 2 },
    { uniqueItems: true },
    'breaking',
  ],
  [
    'two that are alike, beside the one that is counted',
    { contains: { type: 'string' }, maxContains: 1, items: { type: ['string', 'integer'] } },
    { uniqueItems: true },
    'breaking',
  ],
  [
    'two that are alike, both of which must be there',
    { contains: { type: 'string' }, minContains: 2, maxContains: 2, items: { type: 'string' } },
    { uniqueItems: true },
    'breaking',
  ],
  [
    'two that are alike, where a third one counts as well',
    { contains: { const: 1 }, minContains: 1, maxContains: 1, items: { enum: [1, 2] } },
    { uniqueItems: true },
    'breaking',
  ],
]

describe('strict', () => {
  test.each(strict)('%s', (_, before, after, verdict) => {
    expect(examine(createContainment({ view: 'strict' }), { before, after } as Pair)).toEqual({ verdict })
  })
})

test('what a present member declares is not for unevaluatedProperties to judge', () => {
  const before = `{unevaluatedProperties: false,
    allOf: [{properties: {a: {const: 1}}}, {dependentSchemas: {a: {properties: {b: {}}}}}]}`
  const after = '{properties: {a: {}}, dependentSchemas: {a: {properties: {b: {required: [a]}}}}}'
  for (const view of ['exchange', 'strict'] as const)
    expect(verdictOf(before, after, { view })).toBe('breaking {"a":1,"b":{}}')
})
