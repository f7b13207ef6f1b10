import fc from 'fast-check'

/**
 * Schemas over all keywords and values for them, out of so few names, texts and numbers that they often fit and often
 * nearly fit. References lead to `$defs`.
 */
const names = ['a', 'b', 'c', 'ab']
const texts = ['', 'a', 'b', 'ab', 'ba', 'abc', '😀', 'b1', '2024-02-29']
const numbers = [0, 1, -1, 2, 3, 4, 6, 0.5, 1.5, 10]
const patterns = ['^a', 'b$', '^.{2}$', '[0-9]', '^[ab]*$', '^(a|b)+$']

const name = fc.constantFrom(...names)
const text = fc.constantFrom(...texts)
const number = fc.constantFrom(...numbers)
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null))
const count = fc.integer({ min: 0, max: 3 })
const type = fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean', 'null')

export const randomValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: scalar, weight: 4 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }), weight: 3 },
  ),
})).value

/** With the members that the others are about. */
export const randomObject: fc.Arbitrary<unknown> = fc
  .dictionary(name, randomValue, { maxKeys: 3, noNullPrototype: true })
  .map((members) => ({ b: 1, ...members }))

/** A document with `$defs` of its own; none of its references leads back to where it stands without a step into the value. */
export const randomDocument: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({ It: schema(['A', 'B', 'C']), A: schema(['B', 'C']), B: schema(['A', 'C']), C: schema(['A', 'B', 'C']) })
  .map(({ It, ...defs }) => ({ ...asObject(It), $defs: withoutCircles(defs) }))

function asObject(one: unknown): object {
  return typeof one === 'object' ? (one as object) : one ? {} : { not: {} }
}

/** As the authors of contracts write them: what is asked for can mostly be had. */
export const plausibleDocument: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({
    It: plausible(['A', 'B', 'C'], 0),
    A: plausible(['A', 'B'], 1),
    B: plausible(['A', 'C'], 1),
    C: plausible([], 1),
  })
  .map(({ It, ...defs }) => ({ ...asObject(It), $defs: withoutCircles(defs) }))

/** A definition that leads to itself in place gives way to a plain one. */
export function withoutCircles(defs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...defs }
  for (const start of Object.keys(kept)) {
    const visit = (at: string, open: readonly string[]): boolean =>
      !open.includes(at) && inPlace(kept[at]).every((next) => visit(next, [...open, at]))
    if (!visit(start, [])) kept[start] = { type: 'string' }
  }
  return kept
}

function inPlace(one: unknown): readonly string[] {
  if (typeof one !== 'object' || one === null) return []
  const node = one as Readonly<Record<string, unknown>>
  const ref = typeof node['$ref'] === 'string' ? [node['$ref'].slice('#/$defs/'.length)] : []
  const nested = [
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (node[keyword] as readonly unknown[] | undefined) ?? []),
    ...['not', 'if', 'then', 'else'].map((keyword) => node[keyword]),
    ...Object.values((node['dependentSchemas'] as object | undefined) ?? {}),
  ]
  return [...ref, ...nested.flatMap(inPlace)]
}

/** Keywords with their values; each present now and then. */
function some(keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc.record(keywords, { requiredKeys: [], noNullPrototype: true })
}

export function schema(refs: readonly string[]): fc.Arbitrary<unknown> {
  return fc.letrec<{ below: object; any: unknown }>((tie) => {
    const any = tie('any')
    const list = fc.array(any, { minLength: 1, maxLength: 3 })
    const map = (of: fc.Arbitrary<unknown>) => fc.dictionary(name, of, { maxKeys: 3, noNullPrototype: true })
    const flags = some({ readOnly: fc.constant(true), writeOnly: fc.constant(true) })
    const member = fc.oneof(
      { weight: 5, arbitrary: any },
      {
        weight: 1,
        arbitrary: fc
          .tuple(any, flags)
          .map(([one, marks]) => (typeof one === 'object' ? { ...(one as object), ...marks } : one)),
      },
    )
    const objects = {
      type: fc.constant('object'),
      properties: map(member),
      required: fc.uniqueArray(name, { maxLength: 2 }),
    }
    const sets = [
      { weight: 3, arbitrary: some({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }) },
      {
        weight: 2,
        arbitrary: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }).map((members) => ({ enum: members })),
      },
      { weight: 1, arbitrary: randomValue.map((constant) => ({ const: constant })) },
      {
        weight: 3,
        arbitrary: some({
          type: fc.constant('string'),
          minLength: count,
          maxLength: count,
          pattern: fc.constantFrom(...patterns),
          format: fc.constantFrom('date', 'ipv4', 'uuid', 'unknown'),
        }),
      },
      {
        weight: 3,
        arbitrary: some({
          type: fc.constantFrom('number', 'integer'),
          minimum: number,
          maximum: number,
          exclusiveMinimum: number,
          exclusiveMaximum: number,
          multipleOf: fc.constantFrom(0.5, 1, 2, 3),
          format: fc.constantFrom('int32', 'int64', 'double'),
        }),
      },
      { weight: 4, arbitrary: some({ ...objects, additionalProperties: any }) },
      {
        weight: 2,
        arbitrary: some({
          ...objects,
          patternProperties: any.map((one) => ({ '^a': one })),
          additionalProperties: any,
          minProperties: count,
          maxProperties: count,
          propertyNames: fc.constantFrom({ maxLength: 1 }, { pattern: '^a' }, { enum: ['a', 'b'] }),
          dependentRequired: name.map((one) => ({ [one]: ['a'] })),
          dependentSchemas: any.map((one) => ({ b: one })),
        }),
      },
      {
        weight: 3,
        arbitrary: some({
          type: fc.constant('array'),
          items: any,
          prefixItems: list,
          minItems: count,
          maxItems: count,
          uniqueItems: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: some({ contains: any, minContains: count, maxContains: count, prefixItems: list, items: any }),
      },
      { weight: 1, arbitrary: some({ allOf: list, ...objects }) },
      { weight: 1, arbitrary: some({ anyOf: list, ...objects }) },
      { weight: 1, arbitrary: some({ oneOf: list, ...objects }) },
      { weight: 1, arbitrary: some({ not: any, type }) },
      { weight: 1, arbitrary: some({ if: any, then: any, else: any }) },
      { weight: 1, arbitrary: some({ ...objects, allOf: list, anyOf: list, if: any, unevaluatedProperties: any }) },
      { weight: 1, arbitrary: some({ allOf: list, anyOf: list, prefixItems: list, unevaluatedItems: any }) },
    ]
    const ref = refs.map((one) => ({ weight: 2, arbitrary: fc.constant<object>({ $ref: `#/$defs/${one}` }) }))
    return {
      any: fc.oneof({ weight: 5, arbitrary: tie('below') }, { weight: 1, arbitrary: fc.boolean() }),
      below: fc.oneof({ depthSize: 'small' }, ...sets, ...ref),
    }
  }).any
}

/** Few keywords at a time, bounds in order, members that are required declared. */
function plausible(refs: readonly string[], depth: number): fc.Arbitrary<object> {
  const pick = (values: readonly object[]) => fc.constantFrom(...values)
  const range = (low: string, high: string, least: number) =>
    fc
      .tuple(fc.integer({ min: least, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
      .map(([from, length, which]) => ({
        ...(which !== 1 && { [low]: from }),
        ...(which !== 2 && { [high]: from + length }),
      }))
  const words = fc.oneof(
    fc.constant({}),
    range('minLength', 'maxLength', 0),
    pick(patterns.map((pattern) => ({ pattern }))),
    pick([{ format: 'date' }, { format: 'ipv4' }, { format: 'uuid' }, { format: 'email' }]),
  )
  const amounts = fc.oneof(
    fc.constant({}),
    range('minimum', 'maximum', -3),
    range('exclusiveMinimum', 'exclusiveMaximum', -3),
    pick([{ multipleOf: 2 }, { multipleOf: 3 }, { multipleOf: 0.5 }, { format: 'int32' }, { format: 'int64' }]),
  )
  const typed = (types: readonly unknown[], more: fc.Arbitrary<object>) =>
    fc.tuple(fc.constantFrom(...types), more).map(([one, rest]) => ({ type: one, ...rest }))
  const scalars = [
    { weight: 4, arbitrary: typed(['string', 'string', ['string', 'null']], words) },
    { weight: 4, arbitrary: typed(['integer', 'number', ['integer', 'null'], ['number', 'string']], amounts) },
    {
      weight: 2,
      arbitrary: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }).map((members) => ({ enum: members })),
    },
    { weight: 1, arbitrary: pick([{ type: 'boolean' }, { type: 'null' }, {}, { const: 1 }, { const: 'a' }]) },
    ...(refs.length > 0 ? [{ weight: 3, arbitrary: pick(refs.map((one) => ({ $ref: `#/$defs/${one}` }))) }] : []),
  ]
  if (depth >= 3) return fc.oneof(...scalars)
  const below = plausible(refs, depth + 1)
  const rest = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ additionalProperties: false }) },
    { weight: 1, arbitrary: below.map((one) => ({ additionalProperties: one })) },
    { weight: 1, arbitrary: below.map((one) => ({ patternProperties: { '^a': one } })) },
    { weight: 1, arbitrary: range('minProperties', 'maxProperties', 0) },
    {
      weight: 1,
      arbitrary: pick([{ propertyNames: { maxLength: 1 } }, { dependentRequired: { a: ['b'] } }, { minProperties: 1 }]),
    },
    { weight: 1, arbitrary: below.map((one) => ({ dependentSchemas: { a: { properties: { b: one } } } })) },
  )
  const object = fc
    .tuple(fc.dictionary(name, below, { minKeys: 1, maxKeys: 3, noNullPrototype: true }), fc.nat(7), rest, fc.boolean())
    .map(([properties, which, more, isTyped]) => ({
      ...(isTyped && { type: 'object' }),
      properties,
      ...(which > 0 && { required: Object.keys(properties).filter((_, index) => (which >> index) % 2 === 1) }),
      ...more,
    }))
  const tagged = fc.tuple(below, below).map(([left, right]) =>
    [left, right].map((one, index) => ({
      type: 'object',
      properties: { c: { const: 'ab'[index] }, a: one },
      required: ['c'],
    })),
  )
  const list = fc
    .tuple(below, fc.oneof(fc.constant({}), range('minItems', 'maxItems', 0), fc.constant({ uniqueItems: true })))
    .map(([items, more]) => ({ type: 'array', items, ...more }))
  const tuple = fc
    .tuple(fc.array(below, { minLength: 1, maxLength: 2 }), fc.oneof(fc.constant(false), fc.constant(true), below))
    .map(([prefixItems, items]) => ({ type: 'array', prefixItems, items }))
  const composed = fc.oneof(
    tagged.map((branches) => ({ oneOf: branches })),
    tagged.map((branches) => ({ anyOf: branches })),
    fc.array(below, { minLength: 1, maxLength: 3 }).map((branches) => ({ oneOf: branches })),
    fc.array(below, { minLength: 1, maxLength: 3 }).map((branches) => ({ anyOf: branches })),
    fc.tuple(object, object).map((parts) => ({ allOf: parts })),
    fc.tuple(object, below).map(([whole, part]) => ({ ...whole, allOf: [part] })),
    fc.tuple(object, tagged).map(([whole, branches]) => ({ ...whole, oneOf: branches })),
    fc.tuple(object, below).map(([whole, excluded]) => ({ ...whole, not: excluded })),
    fc.tuple(object, object, below).map(([condition, then, otherwise]) => ({ if: condition, then, else: otherwise })),
    fc.tuple(object, object).map((parts) => ({ allOf: parts, unevaluatedProperties: false })),
    fc.tuple(object, tagged).map(([whole, branches]) => ({ ...whole, oneOf: branches, unevaluatedProperties: false })),
    fc
      .tuple(below, range('minContains', 'maxContains', 1))
      .map(([contains, more]) => ({ type: 'array', contains, ...more })),
  )
  return fc.oneof(
    ...scalars.map((one) => ({ ...one, weight: depth === 0 ? 1 : one.weight })),
    { weight: 8, arbitrary: object },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: tuple },
    { weight: 5, arbitrary: composed },
  )
}
