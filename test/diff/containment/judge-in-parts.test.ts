import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/contract/schema/judge/index.js'
import { createJudgeInParts } from '../../../src/diff/containment/index.js'
import { isArray, isObject, type JsonValue } from '../../../src/util/own.js'
import { randomObject, schema as schemaOf } from '../../support/random-json-schema.js'
import { sideOf } from '../../support/schema-side.js'
import { side } from './support.js'

const branch = schemaOf([])

/** Large enough to be judged in parts. */
const padding = 'x'.repeat(60)

describe('what is judged in parts', () => {
  const alternatives = fc.record({
    branches: fc.array(branch, { minLength: 4, maxLength: 5 }),
    keyword: fc.constantFrom('oneOf', 'anyOf'),
    beside: branch,
    values: fc.array(randomObject, { minLength: 4, maxLength: 4 }),
    shape: fc.constantFrom('alone', 'beside', 'allOf', 'member', 'unevaluated', 'left out'),
  })

  test('is judged as the whole is', () => {
    const seen = { accepted: 0, refused: 0, unjudged: 0 }
    fc.assert(
      fc.property(alternatives, ({ branches, keyword, beside, values, shape }) => {
        const choice = { [keyword]: branches }
        const flagged = { properties: { a: { readOnly: true }, padding: {} } }
        const schema = {
          alone: choice,
          beside: { ...(beside as object), ...choice },
          allOf: { allOf: [choice, beside] },
          member: { properties: { a: choice, padding: {} } },
          unevaluated: { ...choice, properties: { padding: {} }, unevaluatedProperties: false },
          'left out': { allOf: [{ ...choice, required: ['a'] }, flagged] },
        }[shape]
        const judged = sideOf(schema)
        const judgeInParts = createJudgeInParts()
        for (const projection of ['none', 'to-server'] as const) {
          for (const value of (values as JsonValue[]).map(padded)) {
            const whole = judge(judged, value, { projection, closed: false })
            expect([value, judgeInParts(judged, value, projection).kind]).toEqual([value, whole.kind])
            seen[whole.kind]++
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50)
  })
})

test('what need not be there in one direction is not missing, whatever the value has', () => {
  const judged = side('{required: [id, sku], properties: {id: {readOnly: true}, sku: {}, note: {}}}')
  const value = { sku: 'a', note: padding }
  const kindFor = (projection: 'to-server' | 'from-server') => createJudgeInParts()(judged, value, projection).kind
  expect([kindFor('to-server'), kindFor('from-server')]).toEqual(['accepted', 'refused'])
})

describe('why alternatives refuse a value', () => {
  const event = (type: string, data: string) =>
    `{type: object, properties: {type: {const: ${type}}, data: {type: object, properties: {id: {type: ${data}}}}}}`
  const events = side(
    `{oneOf: [${['a', 'b', 'c', 'd'].map((type) => event(type, type === 'd' ? 'integer' : 'string')).join(', ')}]}`,
  )
  const reasonOf = (value: JsonValue) => {
    const judgement = createJudgeInParts()(events, { ...(value as object), padding }, 'none')
    return judgement.kind === 'refused' ? `${judgement.pointer}: ${judgement.reason}` : judgement.kind
  }

  test('is told by the one that was meant', () => {
    expect(reasonOf({ type: 'd', data: { id: 'x' } })).toBe('/data/id: must be integer')
  })
  test('is that none fits, where each says something else', () => {
    expect(reasonOf({ type: 'e', data: {} })).toBe(': must match one of the alternatives')
  })
  test('is that several fit', () => {
    expect(reasonOf({ data: {} })).toBe(': must match only one of the alternatives')
  })
  test('is nothing where one fits', () => {
    expect(reasonOf({ type: 'a', data: { id: 'x' } })).toBe('accepted')
  })
})

test('an alternative that leads back to itself has no answer', () => {
  const endless = side("{oneOf: [{$ref: '#'}, {type: string}, {type: integer}, {type: 'null'}]}")
  expect(createJudgeInParts()(endless, { padding }, 'none').kind).toBe('unjudged')
})

function padded(value: JsonValue): JsonValue {
  if (isArray(value)) return [...value, padding]
  return isObject(value) ? { ...value, padding } : `${padding}${JSON.stringify(value)}`
}

test('of several members that are refused the same one is told as by the whole', () => {
  const object = side(
    '{required: [a], properties: {b: {properties: {d: {type: integer}}}, c: {type: integer}, e: {type: string}}}',
  )
  const judgeInParts = createJudgeInParts()
  for (const value of [
    { b: { d: 'x' }, c: 'x' },
    { c: 'x', e: 1 },
    { b: {}, e: 1 },
    { b: { d: 1 }, c: 1 },
  ]) {
    expect([value, judgeInParts(object, value, 'none')]).toEqual([
      value,
      judge(object, value, { projection: 'none', closed: false }),
    ])
  }
})
