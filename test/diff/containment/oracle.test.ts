import { describe, expect, test } from 'vitest'
import { type Containment, createContainment, type Verdict } from '../../../src/diff/containment/index.js'
import type { JsonValue } from '../../../src/util/own.js'
import { hasCircle } from '../../support/edit-schema.js'
import { examine, type Pair } from './oracle/examine.js'
import { pairsOf } from './oracle/pairs.js'

/**
 * The engine against the definition. A verdict `breaking` must come with a value that the producer sends and the reader
 * refuses, by an interpreter of the standard and by ajv, both on the schemas as they are written. Of a verdict
 * `compatible` no value out of a pool of small ones may say otherwise. What the engine does not know is counted.
 *
 * Another seed, or more pairs: `node --import tsx test/tools/containment-oracle.ts --pairs 100000 --seed 7`.
 */
const seed = Number(process.env['ORACLE_SEED'] ?? 1)
const pairs = Number(process.env['ORACLE_PAIRS'] ?? 2_500)

test.each([
  ['exchange', 'none', pairs],
  ['strict', 'none', pairs],
  // What a producer sends of a schema without all its members is not to be seen in the schema as it is rendered then.
  ['strict', 'to-server', pairs / 10],
  ['strict', 'from-server', pairs / 10],
] as const)(`random pairs of seed ${seed}: %s, %s`, { timeout: 600_000 }, (view, projection, count) => {
  const counts = { breaking: 0, compatible: 0, unknown: 0 }
  const faults: unknown[] = []
  for (const pair of pairsOf(seed + (view === 'strict' ? 1 : 0), Math.ceil(count))) {
    if ([pair.before, pair.after].some((one) => typeof one === 'object' && hasCircle(one))) continue
    const { verdict, fault } = examine(createContainment({ view }), pair, projection)
    counts[verdict]++
    if (fault) faults.push({ seed, fault, pair: JSON.stringify(pair) })
  }
  expect(faults).toEqual([])
  const all = counts.breaking + counts.compatible + counts.unknown
  expect(all).toBeGreaterThan(count * 0.95)
  // A world in which nearly all pairs are the same would show little.
  expect(counts.breaking / all).toBeGreaterThan(0.2)
  expect(counts.compatible / all).toBeGreaterThan(0.2)
  expect(counts.unknown / all).toBeLessThan(0.02)
})

/** Before, after, and the verdicts on sending one and reading the other: in the exchange view, and in the strict one. */
const known: readonly (readonly [object, object, Verdict['kind'], Verdict['kind']])[] = [
  [{ type: 'string' }, { type: ['string', 'null'] }, 'compatible', 'compatible'],
  [{ type: ['string', 'null'] }, { type: 'string' }, 'breaking', 'breaking'],
  [{ type: 'integer' }, { type: 'number' }, 'compatible', 'compatible'],
  [{ enum: ['a', 'b'] }, { enum: ['a'] }, 'breaking', 'breaking'],
  [{ minimum: 1 }, { minimum: 2 }, 'breaking', 'breaking'],
  [{ type: 'integer', exclusiveMinimum: 0 }, { minimum: 1 }, 'compatible', 'compatible'],
  [{ multipleOf: 6 }, { multipleOf: 4 }, 'breaking', 'breaking'],
  [{ maxLength: 3 }, { maxLength: 4 }, 'compatible', 'compatible'],
  [{ pattern: '^a+$' }, { pattern: '^[ab]+$' }, 'compatible', 'compatible'],
  [{ pattern: '^[ab]+$' }, { pattern: '^a+$' }, 'breaking', 'breaking'],
  [{ properties: { a: {} } }, { properties: { a: {} }, required: ['a'] }, 'breaking', 'breaking'],
  [{ properties: { a: {} } }, { properties: { a: {}, b: { type: 'string' } } }, 'compatible', 'breaking'],
  [{ properties: { a: {} } }, { properties: { a: {} }, additionalProperties: false }, 'compatible', 'breaking'],
  [{ properties: { a: {}, b: {} } }, { properties: { a: {} }, additionalProperties: false }, 'breaking', 'breaking'],
  [{ type: 'object' }, { properties: { a: { type: 'string' } } }, 'breaking', 'breaking'],
  [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, { minimum: 1, maximum: 3 }, 'compatible', 'compatible'],
  [{ oneOf: [{ const: 1 }, { const: 2 }] }, { enum: [2, 1] }, 'compatible', 'compatible'],
  [{ oneOf: [{ type: 'number' }, { type: 'integer' }] }, { type: 'integer' }, 'breaking', 'breaking'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'string' }, 'breaking', 'breaking'],
  [{ items: { type: 'integer' } }, { items: { type: 'number' } }, 'compatible', 'compatible'],
  [{ type: 'array' }, { uniqueItems: true }, 'breaking', 'breaking'],
  [{ not: { type: 'string' } }, { not: { type: 'string', minLength: 1 } }, 'compatible', 'compatible'],
  [
    { $ref: '#/$defs/T', $defs: { T: { properties: { t: { $ref: '#/$defs/T' }, v: { type: 'integer' } } } } },
    { $ref: '#/$defs/T', $defs: { T: { properties: { t: { $ref: '#/$defs/T' }, v: { type: 'number' } } } } },
    'compatible',
    'compatible',
  ],
  [
    { if: { properties: { a: { const: 1 } }, required: ['a'] }, then: { required: ['b'] } },
    { properties: { a: { const: 1 } } },
    'breaking',
    'breaking',
  ],
  [
    { properties: { a: {} }, unevaluatedProperties: false },
    { propertyNames: { const: 'a' } },
    'compatible',
    'compatible',
  ],
]

describe('known answers', () => {
  test.each(known)('%j and %j', (before, after, exchange, strict) => {
    const pair = { before, after } as Pair
    expect(examine(createContainment({ view: 'exchange' }), pair)).toEqual({ verdict: exchange })
    expect(examine(createContainment({ view: 'strict' }), pair)).toEqual({ verdict: strict })
  })
})

/** Engines that are wrong in a way of their own: the oracle itself is worth nothing if it lets them pass. */
describe('an engine that is wrong is caught', () => {
  const faultsOf = (verdict: Verdict | (() => never)): (string | undefined)[] => {
    const engine = {
      ...createContainment({ view: 'strict' }),
      check: typeof verdict === 'function' ? verdict : () => verdict,
    } satisfies Containment
    return known.map(([before, after]) => examine(engine, { before, after } as Pair).fault?.what)
  }
  const breaking = known.map(([, , , strict]) => strict === 'breaking')
  const witness = (value: JsonValue): Verdict => ({ kind: 'breaking', witness: value, reason: '', pointer: '' })

  test('when it proves all', () => {
    expect(faultsOf({ kind: 'compatible' })).toEqual(
      breaking.map((breaks) => (breaks ? 'a value of the pool breaks it' : undefined)),
    )
  })

  test('when it shows what is not sent', () => {
    const found = faultsOf(witness({ a: 'x', b: [true], c: null }))
    expect(found.filter((fault) => fault === 'the witness is not sent').length).toBeGreaterThan(5)
  })

  test('when it shows what is read', () => {
    expect(faultsOf(witness('a')).filter((fault) => fault === 'the witness is read').length).toBeGreaterThan(10)
  })

  test('when it throws', () => {
    const thrown = faultsOf(() => {
      throw new RangeError('stack')
    })
    expect(new Set(thrown)).toEqual(new Set(['it throws']))
  })
})
