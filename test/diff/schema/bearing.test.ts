import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { judge, judgeDeclared, leftOutMembers } from '../../../src/contract/schema/judge/index.js'
import { createContainment } from '../../../src/diff/containment/index.js'
import { bearingOf } from '../../../src/diff/schema/congruence.js'
import type { Step, Trail } from '../../../src/diff/schema/trail.js'
import type { JsonValue } from '../../../src/util/own.js'
import { edited } from '../../support/edit-schema.js'
import { randomObject, randomValue, schema as schemaOf } from '../../support/random-json-schema.js'
import { sideOf } from '../../support/schema-side.js'

/** What stands around a place, from the outside to the inside. */
interface Layer {
  readonly step: Step
  readonly around: (inner: unknown) => object
}

const member = (inner: unknown) => ({ a: inner })
const layers: Readonly<Record<string, Layer>> = {
  properties: { step: { role: 'properties', key: 'a' }, around: (inner) => ({ properties: member(inner) }) },
  patternProperties: {
    step: { role: 'patternProperties', key: '^a' },
    around: (inner) => ({ patternProperties: { '^a': inner } }),
  },
  additionalProperties: {
    step: { role: 'additionalProperties' },
    around: (inner) => ({ properties: { b: {} }, additionalProperties: inner }),
  },
  items: { step: { role: 'items' }, around: (inner) => ({ items: inner }) },
  allOf: { step: { role: 'allOf', key: 0 }, around: (inner) => ({ allOf: [inner] }) },
  anyOf: { step: { role: 'anyOf', key: 0 }, around: (inner) => ({ anyOf: [inner, { type: 'string' }] }) },
  oneOf: { step: { role: 'oneOf', key: 0 }, around: (inner) => ({ oneOf: [inner, { type: 'object' }] }) },
  not: { step: { role: 'not' }, around: (inner) => ({ not: inner }) },
  then: { step: { role: 'then' }, around: (inner) => ({ if: { required: ['a'] }, then: inner }) },
  if: { step: { role: 'if' }, around: (inner) => ({ if: inner, then: { required: ['b'] } }) },
  contains: { step: { role: 'contains' }, around: (inner) => ({ contains: inner, maxContains: 1 }) },
}

/** The schema of a place, with what stands around it, and the way to it. */
function wholeOf(inner: unknown, around: readonly Layer[], beside: readonly unknown[]): object {
  return around.reduceRight<unknown>((whole, layer, index) => {
    const others = beside[index]
    return { ...(typeof others === 'object' ? others : {}), ...layer.around(whole) }
  }, inner) as object
}

function wayDown(
  whole: Schema,
  around: readonly Layer[],
): { readonly schema: Schema; readonly trail: Trail | undefined } {
  let schema = whole
  let trail: Trail | undefined
  for (const { step } of around) {
    trail = { from: schema, step, before: trail }
    const child = schema[step.role as 'items'] as unknown
    const key = (step as { readonly key?: string | number }).key
    schema = (child instanceof Map ? child.get(key) : Array.isArray(child) ? child[Number(key)] : child) as Schema
  }
  return { schema, trail }
}

const nothingLeftOut = { side: 'before', leavesOut: () => false } as const

describe('the bearing of a place', () => {
  const bearingIn = (document: object, names: readonly string[]) =>
    bearingOf(
      wayDown(
        sideOf(document).schema,
        names.map((name) => layers[name]!),
      ).trail,
      [],
      nothingLeftOut,
    )

  test.each([
    [['properties', 'items'], {}, 'apart'],
    [['properties'], { maxLength: 3, minimum: 1 }, 'apart'],
    [['properties'], { patternProperties: { '^a': {} } }, 'joined'],
    [['allOf', 'anyOf', 'then', 'additionalProperties'], {}, 'joined'],
    [['allOf'], { unevaluatedProperties: false }, 'turned'],
    [['properties', 'oneOf'], {}, 'turned'],
    [['not'], {}, 'turned'],
    [['if'], {}, 'turned'],
    [['contains'], {}, 'turned'],
  ] as const)('by %j beside %j is %s', (names, beside, bearing) => {
    const around = names.map((name) => layers[name]!)
    expect(bearingIn(wholeOf({ type: 'string' }, around, [beside]), names)).toBe(bearing)
  })

  test('is unknown where what holds together leaves something out', () => {
    const document = { allOf: [{ required: ['b'] }], properties: { b: { readOnly: true } } }
    const { schema, schemas } = sideOf(document)
    const { trail } = wayDown(schema, [layers['allOf']!])
    const bearing = (projection: 'to-server' | 'from-server') =>
      bearingOf(trail, [], {
        side: 'before',
        leavesOut: (one) => leftOutMembers(one, schemas, projection).size > 0,
      })
    expect([bearing('to-server'), bearing('from-server')]).toEqual(['turned', 'joined'])
  })
})

const questions = fc.record({
  place: schemaOf([]).filter((one): one is Record<string, unknown> => typeof one === 'object'),
  edit: fc.record({ where: fc.nat(50), what: fc.nat(50), how: fc.nat(50), other: schemaOf([]) }),
  around: fc.array(fc.constantFrom(...Object.keys(layers)), { minLength: 1, maxLength: 3 }),
  beside: fc.array(fc.oneof(fc.constant({}), schemaOf([])), { minLength: 3, maxLength: 3 }),
  values: fc.array(fc.oneof(randomValue, randomObject), { minLength: 6, maxLength: 6 }),
  projection: fc.constantFrom('none', 'to-server', 'from-server'),
})

test('whatever widens its place widens the whole as far as the bearing says', () => {
  const judged = { apart: 0, joined: 0 }
  fc.assert(
    fc.property(questions, ({ place, edit, around, beside, values, projection }) => {
      const made = edited(place, edit)
      if (!made) return
      const layersAround = around.map((name) => layers[name]!)
      const [before, after] = [place, made].map((inner) => sideOf(wholeOf(inner, layersAround, beside)))
      const [from, to] = [before, after].map((side) => wayDown(side!.schema, layersAround))
      const leavesOut = (schema: Schema, side = before!): boolean =>
        leftOutMembers(schema, side.schemas, projection).size > 0
      const bearing = bearingOf(from!.trail, [], { side: 'before', leavesOut })
      if (bearing === 'turned' || (bearing === 'joined' && leavesOut(to!.schema, after))) return
      const containment = createContainment()
      const sides = [
        { schema: from!.schema, schemas: before!.schemas },
        { schema: to!.schema, schemas: after!.schemas },
      ] as const
      const view = bearing === 'joined' ? 'strict' : 'exchange'
      if (containment.suspect(...sides, projection, view).kind !== 'compatible') return
      const nested = values.flatMap((value) => [value, { a: value }, [value], { a: { a: value } }, { a: [value] }])
      for (const value of nested as JsonValue[]) {
        if (judge(before!, value, { projection, closed: false }).kind !== 'accepted') continue
        if (bearing === 'apart' && judgeDeclared(before!, value, { projection }).kind !== 'accepted') continue
        const word = judge(after!, value, { projection, closed: false }).kind
        expect([value, word === 'refused']).toEqual([value, false])
        judged[bearing]++
      }
    }),
    { numRuns: 400 },
  )
  expect(Math.min(judged.apart, judged.joined)).toBeGreaterThan(50)
})
