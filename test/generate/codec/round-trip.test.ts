import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createView } from '../../../src/runtime/src/masking/index.js'
import { compileCodecs, issuesOf } from './support/compile-codecs.js'

/**
 * What is written, against a plain reading of the rule: a property is written when a schema that describes the object
 * declares it, and with what the schemas that describe its value declare.
 */
const seeds = (process.env['CODEC_SEEDS'] ?? '1,2,3').split(',').map(Number)

type Node = Readonly<Record<string, unknown>>

const name = fc.constantFrom('a', 'b', 'c', 'd')
const scalar = fc.constantFrom<Node>(
  { type: 'string' },
  { type: 'integer' },
  { type: ['string', 'null'] },
  { type: 'boolean' },
)

function schema(refs: readonly string[]): fc.Arbitrary<Node> {
  return fc.letrec<{ any: Node; object: Node }>((tie) => {
    const properties = fc.dictionary(name, tie('any'), { minKeys: 1, maxKeys: 3, noNullPrototype: true })
    const objects = fc.array(tie('object'), { minLength: 1, maxLength: 3 })
    const tagged = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 2, maxLength: 3 }).chain((tags) =>
      fc
        .tuple(
          ...tags.map((tag) =>
            properties.map((more) => ({
              type: 'object',
              required: ['tag'],
              properties: { ...more, tag: { const: tag } },
            })),
          ),
        )
        .map((oneOf) => ({ oneOf })),
    )
    return {
      any: fc.oneof(
        { depthSize: 'small' },
        scalar,
        tie('object'),
        tie('any').map((items) => ({ type: 'array', items })),
        fc.tuple(tie('object'), scalar).map((oneOf) => ({ oneOf })),
        fc.constantFrom(...refs.map((ref) => ({ $ref: `#/components/schemas/${ref}` }))),
      ),
      object: fc.oneof(
        { depthSize: 'small' },
        properties.map((of) => ({ type: 'object', properties: of })),
        fc
          .tuple(properties, fc.subarray(['a', 'b']))
          .map(([of, required]) => ({ type: 'object', properties: of, required })),
        fc
          .tuple(properties, tie('any'))
          .map(([of, rest]) => ({ type: 'object', properties: of, additionalProperties: rest })),
        objects.map((allOf) => ({ type: 'object', allOf })),
        objects.map((anyOf) => ({ type: 'object', anyOf })),
        fc.tuple(properties, objects).map(([of, anyOf]) => ({ type: 'object', properties: of, anyOf })),
        tagged,
      ),
    }
  }).object
}

const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>('s', '', 1, 2.5, null, true),
    tie('object'),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
  object: fc
    .tuple(
      fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
    )
    .map(([of, tag]) => (tag === undefined ? of : { ...of, tag })),
})).object

test.each(seeds)('what is written is what the schemas declare, seed %i', async (seed) => {
  const refs = ['S0', 'S1']
  const random = fc.sample(schema(refs), { seed, numRuns: 40 })
  const named = JSON.parse(
    JSON.stringify(Object.fromEntries(random.map((one, index) => [`S${index}`, one]))),
  ) as Record<string, Node>
  const ajv = new Ajv2020({ strict: false, logger: false })
  ajv.addSchema({ $id: 'all', components: { schemas: named } })
  const valid = new Map<string, ValidateFunction>()
  const isValid = (node: Node, candidate: unknown): boolean => {
    const key = JSON.stringify(node).replaceAll('"#/', '"all#/')
    let check = valid.get(key)
    if (!check) valid.set(key, (check = ajv.compile(JSON.parse(key) as Node)))
    return check(candidate)
  }
  const declared = (nodes: readonly Node[], candidate: unknown): unknown => filter(nodes, candidate, named, isValid)
  const { output } = await compileCodecs(named)
  const view = createView({ tenant: undefined, clearance: { max: 'public', reveal: [] }, sink: 'response' })
  let compared = 0
  let changed = 0
  for (const [key, codec] of output) {
    for (const sample of fc.sample(value, { seed, numRuns: 60 })) {
      if (issuesOf(codec, sample).length > 0) continue
      const expected = declared([named[key] as Node], sample)
      compared++
      if (JSON.stringify(expected) !== JSON.stringify(sample)) changed++
      expect({ schema: named[key], sample, written: JSON.parse(codec.write(sample, view)) as unknown }).toEqual({
        schema: named[key],
        sample,
        written: expected,
      })
    }
  }
  expect(compared).toBeGreaterThan(200)
  expect(changed).toBeGreaterThan(80)
})

function filter(
  given: readonly Node[],
  value: unknown,
  named: Readonly<Record<string, Node>>,
  isValid: (node: Node, value: unknown) => boolean,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  const nodes = given.flatMap((node) => describing(node, value, named, isValid))
  if (Array.isArray(value)) {
    const items = nodes.flatMap((node) => (node['items'] === undefined ? [] : [node['items'] as Node]))
    return value.map((item: unknown) => filter(items, item, named, isValid))
  }
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const own = nodes.flatMap((node): Node[] => {
      const properties = (node['properties'] ?? {}) as Readonly<Record<string, Node>>
      if (Object.hasOwn(properties, key)) return [properties[key] as Node]
      return node['additionalProperties'] === undefined ? [] : [node['additionalProperties'] as Node]
    })
    if (own.length > 0) out[key] = filter(own, item, named, isValid)
  }
  return out
}

/** The schemas that describe a value: the given one, and all it is joined to that accept the value. */
function describing(
  node: Node,
  value: unknown,
  named: Readonly<Record<string, Node>>,
  isValid: (node: Node, value: unknown) => boolean,
): readonly Node[] {
  const ref = node['$ref'] as string | undefined
  const target = ref === undefined ? [] : [named[ref.slice('#/components/schemas/'.length)] as Node]
  const all = (node['allOf'] ?? []) as readonly Node[]
  const some = [...((node['anyOf'] ?? []) as readonly Node[]), ...((node['oneOf'] ?? []) as readonly Node[])]
  const joined = [...target, ...all, ...some.filter((branch) => isValid(branch, value))]
  return [node, ...joined.flatMap((one) => describing(one, value, named, isValid))]
}
