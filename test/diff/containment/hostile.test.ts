import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { createContainment, type SchemaSide, type View } from '../../../src/diff/containment/index.js'
import { sideOf } from '../../support/schema-side.js'
import { shown } from './support.js'

/** Both views: what is hard for one is often easy for the other. */
const views: readonly View[] = ['exchange', 'strict']

function verdicts(producer: SchemaSide, reader: SchemaSide): readonly string[] {
  return views.map((view) => shown(createContainment({ view }).check(producer, reader, 'none')))
}

const range = (length: number) => Array.from({ length }, (_, index) => index)
const text = { type: 'string' }
const whole = { type: 'integer' }

/** On a busy machine. */
const patient = 120_000

/** Schemas nested so deeply that nothing which calls itself could read them. */
function nested(wrap: (inner: Schema) => Partial<Schema>, leaf: Partial<Schema>): SchemaSide {
  const at = { document: 'deep.json', pointer: '' }
  let schema: Schema = { kind: 'schema', at, ...leaf }
  for (let level = 0; level < 4_000; level++) schema = { kind: 'schema', at, ...wrap(schema) }
  return { schema, schemas: new Map() }
}

describe('4,000 levels', () => {
  const ways: readonly [string, (inner: Schema) => Partial<Schema>][] = [
    ['properties', (inner) => ({ types: ['object'], required: ['n'], properties: new Map([['n', inner]]) })],
    ['items', (inner) => ({ types: ['array'], minItems: 1, items: inner })],
    ['allOf', (inner) => ({ maxProperties: 9, allOf: [inner] })],
    ['anyOf', (inner) => ({ anyOf: [inner, { kind: 'schema', at: inner.at, types: ['null'], minItems: 1 }] })],
    ['not', (inner) => ({ not: inner })],
  ]
  test.each(ways)(
    'of %s',
    (_, wrap) => {
      const [before, after] = [nested(wrap, { types: ['string'] }), nested(wrap, { types: ['integer'] })]
      const containment = createContainment()
      expect(containment.same(before, nested(wrap, { types: ['string'] }), 'none')).toBe(true)
      expect(containment.same(before, after, 'none')).toBe(false)
      for (const verdict of verdicts(before, after)) expect(verdict).toMatch(/^(?:breaking .*|unknown budget)$/)
    },
    patient,
  )
})

test('values of 3,000 levels are told apart, though no validator judges them', () => {
  const value = (core: number): unknown => JSON.parse(`${'['.repeat(3_000)}${core}${']'.repeat(3_000)}`)
  const before = sideOf({ enum: [value(1), 'a'] })
  expect(verdicts(before, sideOf({ enum: ['a', value(1)] }))).toEqual(['compatible', 'compatible'])
  expect(verdicts(before, sideOf({ enum: ['a', value(2)] }))).toEqual(['unknown budget', 'unknown budget'])
})

describe('schemas that come round', () => {
  const own = (schema: unknown) => ({ $ref: '#/$defs/a', $defs: { a: schema } })
  const self = { $ref: '#/$defs/a' }
  test.each([
    [own({ allOf: [self] }), text, ['unknown budget', 'unknown budget']],
    [own({ type: 'string', allOf: [self] }), text, ['compatible', 'compatible']],
    [own({ type: 'string', allOf: [{ allOf: [self], minLength: 1 }] }), text, ['compatible', 'compatible']],
    // That it accepts a value would be for no other reason than that it accepts it: no validator says so.
    [own({ anyOf: [self, text] }), { type: ['string', 'null'] }, ['unknown budget', 'unknown budget']],
    [text, own({ type: ['string', 'null'], allOf: [self] }), ['compatible', 'compatible']],
  ])('%j', (before, after, expected) => {
    expect(verdicts(sideOf(before), sideOf(after))).toEqual(expected)
  })
})

/** `levels` of `oneOf` with twenty branches each, all leading to the next level. */
function oneOfs(levels: number, branch: (index: number, next: unknown) => unknown, leaf: unknown): SchemaSide {
  const next = (level: number) => (level === levels - 1 ? leaf : { $ref: `#/$defs/l${level + 1}` })
  const level = (at: number) => ({ oneOf: range(20).map((index) => branch(index, next(at))) })
  return sideOf({ $ref: '#/$defs/l0', $defs: Object.fromEntries(range(levels).map((at) => [`l${at}`, level(at)])) })
}

describe('large schemas', () => {
  const inMember = (index: number, next: unknown) => ({
    type: 'object',
    required: [`p${index}`],
    properties: { [`p${index}`]: next },
  })
  const inPlace = (index: number, next: unknown) => ({ allOf: [{ minProperties: index }, next] })

  test(
    '20 nested oneOfs of 20 end',
    () => {
      for (const branch of [inMember, inPlace]) {
        for (const verdict of verdicts(oneOfs(20, branch, text), oneOfs(20, branch, whole)))
          expect(verdict).toMatch(/^(?:breaking|compatible|unknown budget)/)
      }
    },
    patient,
  )

  test(
    '100,000 values',
    () => {
      const values = range(100_000).map((index) => `v${index}`)
      const [few, more] = [sideOf({ enum: values }), sideOf({ enum: [...values.toReversed(), 'x'] })]
      expect(verdicts(few, more)).toEqual(['compatible', 'compatible'])
      expect(verdicts(more, few)).toEqual(['breaking "x"', 'breaking "x"'])
    },
    patient,
  )

  test('5,000 properties', () => {
    const object = (last: unknown) => ({
      type: 'object',
      properties: Object.fromEntries(range(5_000).map((index) => [`p${index}`, index === 4_999 ? last : text])),
    })
    expect(verdicts(sideOf(object(text)), sideOf(object(whole)))).toEqual([
      'breaking {"p4999":""}',
      'breaking {"p4999":""}',
    ])
  })

  test(
    '200 branches with a tag',
    () => {
      const branch = (tag: number, value: unknown) => ({
        type: 'object',
        required: ['tag'],
        properties: { tag: { const: tag }, value },
      })
      const union = (role: string, last: unknown) =>
        sideOf({ [role]: range(200).map((index) => branch(index, index === 199 ? last : text)) })
      for (const role of ['anyOf', 'oneOf'])
        expect(verdicts(union(role, text), union(role, whole))).toEqual([
          'breaking {"tag":199,"value":""}',
          'breaking {"tag":199,"value":""}',
        ])
    },
    patient,
  )

  test('40 dependent schemas', () => {
    const object = (more: object) =>
      sideOf({
        type: 'object',
        dependentSchemas: Object.fromEntries(range(40).map((i) => [`a${i}`, { required: [`b${i}`], ...more }])),
      })
    expect(verdicts(object({}), object({ minProperties: 2 }))).toEqual(['compatible', 'compatible'])
  })

  test.each([
    [
      { type: 'array', minItems: 1e9 },
      { type: 'array', minItems: 2e9 },
    ],
    [
      { type: 'object', minProperties: 1e9 },
      { type: 'object', minProperties: 2e9 },
    ],
  ])('no witness of a billion: %j', (before, after) => {
    expect(verdicts(sideOf(before), sideOf(after))).toEqual(['unknown budget', 'unknown budget'])
  })

  test('more items than one would like to write', () => {
    const list = (maxItems: number) => sideOf({ type: 'array', items: text, maxItems })
    const verdict = createContainment().check(list(10_000), list(9_999), 'none')
    expect(verdict).toEqual({
      kind: 'breaking',
      witness: range(10_000).map(() => ''),
      reason: 'must not have more than 9999 items',
      pointer: '',
    })
  })

  test('patterns that backtracking would not finish', () => {
    const pattern = (source: string) => sideOf({ type: 'string', pattern: source })
    expect(verdicts(pattern('^(a+)+$'), pattern('^a+$'))).toEqual(['compatible', 'compatible'])
    expect(verdicts(pattern('^(a|aa)*b$'), pattern('^(a+)+$'))).toEqual(['breaking "b"', 'breaking "b"'])
  })
})

describe('names that objects inherit', () => {
  test.each(['__proto__', 'constructor', 'toString'])('%s is a member like any other', (name) => {
    const object = (value: string) =>
      sideOf(JSON.parse(`{"type": "object", "properties": {"${name}": {"type": "${value}"}}, "required": ["${name}"]}`))
    const containment = createContainment()
    const suspicion = containment.suspect(object('string'), object('integer'), 'none')
    expect(suspicion.kind === 'suspected' && suspicion.witness()).toEqual(JSON.parse(`{"${name}": ""}`))
    expect(containment.accepts(object('string'), {}, 'none')).toBe(false)
  })
})
