import fc from 'fast-check'

/** Small schemas over a small world of values, so that whatever they say can be tried. */
export function schemaArbitrary(): fc.Arbitrary<Record<string, unknown>> {
  const { root } = fc.letrec<{ schema: unknown; leaf: unknown; root: Record<string, unknown> }>((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom<unknown>(
        true,
        false,
        {},
        { type: 'string' },
        { type: 'integer' },
        { type: 'null' },
        { type: 'object' },
      ),
      fc.record({
        enum: fc.subarray<unknown>([null, true, 0, 1, 1.5, 'a', 'b', 'ab', [], ['a'], {}, { a: 1 }], {
          minLength: 1,
          maxLength: 4,
        }),
      }),
      numbers,
      texts,
    ),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: tie('leaf'), weight: 3 },
      { arbitrary: fc.constant<unknown>({ $ref: '#/$defs/again' }), weight: 1 },
      { arbitrary: objects(tie('schema')), weight: 3 },
      { arbitrary: arrays(tie('schema')), weight: 2 },
      { arbitrary: compositions(tie('schema')), weight: 3 },
    ),
    root: fc
      .tuple(tie('schema'), fc.oneof(objects(tie('schema')), arrays(tie('schema')), texts))
      .map(([schema, again]) => ({ allOf: [schema], $defs: { again } })),
  }))
  return root
}

/** Mostly absent: schemas that say less leave more to tell them apart by. */
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 7 }, { arbitrary, weight: 3 })
const names = ['a', 'b', 'ab'] as const
const patterns = ['^a', 'b$', '^[ab]$'] as const

function record(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const optionals = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, optional(field)]))
  return fc
    .record(optionals)
    .map((found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)))
}

const types = fc.subarray(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'], {
  minLength: 1,
  maxLength: 3,
})

const numbers = record({
  type: fc.constantFrom('number', 'integer'),
  minimum: fc.integer({ min: -1, max: 2 }),
  maximum: fc.integer({ min: 0, max: 3 }),
  exclusiveMinimum: fc.integer({ min: -1, max: 1 }),
  multipleOf: fc.constantFrom(1, 2, 0.5),
})

const texts = record({
  type: fc.constant('string'),
  minLength: fc.integer({ min: 0, max: 2 }),
  maxLength: fc.integer({ min: 0, max: 2 }),
  pattern: fc.constantFrom(...patterns),
})

function objects(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return record({
    type: fc.constantFrom('object', ['object', 'string']),
    properties: fc.dictionary(fc.constantFrom(...names), schema, { maxKeys: 2 }),
    required: fc.subarray([...names], { maxLength: 2 }),
    additionalProperties: schema,
    patternProperties: fc.dictionary(fc.constantFrom(...patterns), schema, { maxKeys: 2 }),
    propertyNames: texts,
    minProperties: fc.integer({ min: 0, max: 2 }),
    maxProperties: fc.integer({ min: 0, max: 2 }),
    dependentRequired: fc.dictionary(fc.constantFrom(...names), fc.subarray([...names], { maxLength: 1 }), {
      maxKeys: 1,
    }),
    dependentSchemas: fc.dictionary(fc.constantFrom(...names), schema, { maxKeys: 1 }),
    unevaluatedProperties: schema,
    anyOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  })
}

function arrays(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return record({
    type: fc.constantFrom('array', ['array', 'null']),
    prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
    items: schema,
    minItems: fc.integer({ min: 0, max: 2 }),
    maxItems: fc.integer({ min: 0, max: 3 }),
    uniqueItems: fc.boolean(),
    contains: schema,
    minContains: fc.integer({ min: 0, max: 2 }),
    maxContains: fc.integer({ min: 0, max: 2 }),
    unevaluatedItems: schema,
  })
}

function compositions(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const several = fc.array(schema, { minLength: 1, maxLength: 3 })
  return record({
    type: types,
    allOf: several,
    anyOf: several,
    oneOf: several,
    not: schema,
    if: schema,
    then: schema,
    else: schema,
  })
}

/** All values of the small world, nested two levels deep. */
export function smallWorld(): readonly unknown[] {
  const scalars = [null, true, false, -1, 0, 1, 2, 3, 0.5, 1.5, '', 'a', 'b', 'ab', 'aa', 'ba', 'c', 'abc']
  const few = [null, 0, 1, 'a', 'ab']
  const flat: unknown[] = [...scalars, ...arraysOf(few, 2), ...objectsOf(few, ['a', 'b', 'ab', 'c'])]
  const inner = [[], ['a'], {}, { a: 1 }, { b: 'a' }, { a: null, b: null }, [null, null], 1, 'a', true]
  return [...flat, ...arraysOf(inner, 2), ...objectsOf(inner, ['a', 'b']), [0, 1, 'a'], ['a', 'a', 'a'], [null, 'a', 1]]
}

function arraysOf(items: readonly unknown[], length: number): readonly unknown[] {
  let found: unknown[][] = [[]]
  const all: unknown[] = [[]]
  for (let round = 0; round < length; round++) {
    found = found.flatMap((array) => items.map((item) => [...array, item]))
    all.push(...found)
  }
  return all
}

function objectsOf(values: readonly unknown[], keys: readonly string[]): readonly unknown[] {
  const single = keys.flatMap((key) => values.map((value) => ({ [key]: value })))
  const pairs = keys.flatMap((first, index) =>
    keys
      .slice(index + 1)
      .flatMap((second) =>
        values.flatMap((value) => values.slice(0, 3).map((other) => ({ [first]: value, [second]: other }))),
      ),
  )
  return [{}, ...single, ...pairs]
}
