/**
 * What is proved of values that travel as text must hold for their texts: whatever a sender sends, the reader takes in one
 * of the ways in which the text can be read. Small schemas, all values of a small world.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonType, Schema } from '../../../src/contract/model/index.js'
import { judge } from '../../../src/contract/schema/judge/index.js'
import { createContainment } from '../../../src/diff/containment/index.js'
import { createWire } from '../../../src/diff/wire/index.js'
import type { WireLanguage } from '../../../src/diff/wire/types.js'
import type { JsonValue } from '../../../src/util/own.js'

const at = { document: 'a.yaml', pointer: '' }
const world: readonly JsonValue[] = [
  0,
  1,
  -1,
  2,
  7,
  10,
  1.5,
  true,
  false,
  '',
  'a',
  '1',
  '-1',
  '01',
  '1.5',
  'true',
  'null',
  'a,1',
  'ab',
]

const schema = (fields: Partial<Schema>): Schema => ({ kind: 'schema', at, ...fields })
const types = fc.subarray<JsonType>(['boolean', 'integer', 'string'], { minLength: 1 })
const scalar: fc.Arbitrary<Schema> = fc.oneof(
  types.map((list) => schema({ types: list })),
  fc
    .record({ minimum: fc.integer({ min: -1, max: 2 }), maximum: fc.integer({ min: 1, max: 10 }) })
    .map((bounds) => schema({ types: ['integer'], ...bounds })),
  fc.integer({ min: 0, max: 1 }).map((minimum) => schema({ types: ['integer'], minimum })),
  fc.constantFrom('^[0-9]+$', '^-?[0-9]+$', '^a').map((pattern) => schema({ types: ['string'], pattern })),
  fc.integer({ min: 0, max: 2 }).map((maxLength) => schema({ types: ['string'], maxLength })),
  fc.subarray([...world], { minLength: 1, maxLength: 4 }).map((values) => schema({ enum: values })),
)
const value: fc.Arbitrary<Schema> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { minLength: 2, maxLength: 2 }).map((anyOf) => schema({ anyOf })) },
  { weight: 1, arbitrary: scalar.map((items) => schema({ types: ['array'], items })) },
)
const values: readonly JsonValue[] = [
  ...world,
  ...world.map((item) => [item]),
  ...world.map((item) => [item, item]),
  ['a', 1],
]

describe('a pair on the wire', () => {
  it.each([true, false])('is proved only when every text is taken, explode %s', (explode) => {
    const language: WireLanguage = { in: 'query', name: 'a', style: 'form', explode }
    const wire = createWire({ producer: language, reader: language, raw: () => '' })
    const containment = createContainment()
    let proved = 0
    fc.assert(
      fc.property(value, value, (sent, read) => {
        const [producer, reader] = [sent, read].map((each) => ({ schema: each, schemas: new Map() })) as [never, never]
        const arriving = wire.pair(producer, reader)
        if (containment.check(arriving.producer, arriving.reader, 'none').kind !== 'compatible') return
        if (arriving.reader !== reader) proved++
        const accepts = (side: never, each: JsonValue) =>
          judge(side, each, { projection: 'none', closed: false }).kind === 'accepted'
        const refused = values.filter(
          (each) => accepts(producer, each) && !wire.readings(each).some((reading) => accepts(reader, reading)),
        )
        expect(refused).toEqual([])
      }),
      { numRuns: 400 },
    )
    // Else it would have shown nothing: most pairs are the same kind of value, or do not fit.
    expect(proved).toBeGreaterThan(20)
  })
})
