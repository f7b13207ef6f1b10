import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReach } from '../../../src/contract/annotation/reach.js'
import { resolveClasses } from '../../../src/contract/annotation/resolved-classes.js'
import { type Contract, type Schema, type Sensitivity, sensitivities } from '../../../src/contract/model/index.js'

/*
 * The joining is one pass over strongly connected components. It is compared with the plain meaning: what a schema
 * reaches is the union over everything that can be walked to from it.
 */

function schema(id: string, refs: readonly string[], sensitivity?: Sensitivity): Schema {
  const at = { document: 'd', pointer: `/${id}` }
  const properties = new Map(
    refs.map((ref, index) => [
      `p${index}`,
      { kind: 'schema', at: { document: 'd', pointer: `/${id}/${index}` }, ref: `d#/${ref}` } satisfies Schema,
    ]),
  )
  return { kind: 'schema', at, properties, ...(sensitivity && { classification: { value: { sensitivity }, at } }) }
}

function contract(schemas: readonly Schema[]): Contract {
  return {
    schemas: new Map(schemas.map((each) => [`d#${each.at.pointer}`, each])),
    operations: [],
    channels: [],
    governance: {},
  } as unknown as Contract
}

function reachOf(schemas: readonly Schema[]) {
  const whole = contract(schemas)
  return createReach(resolveClasses(whole), whole.schemas)
}

describe('createReach', () => {
  it('finds what plain walking finds, in any graph and from any order of starts', () => {
    const size = 8
    const node = fc.record({
      refs: fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }),
      level: fc.option(fc.constantFrom(...sensitivities), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        fc.array(node, { minLength: size, maxLength: size }),
        fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
        (nodes, order) => {
          const schemas = nodes.map(({ refs, level }, index) => schema(String(index), refs.map(String), level))
          const reach = reachOf(schemas)
          const found = order.map((index) => reach([schemas[index] as Schema]).sensitivity)
          const wanted = order.map((index) => walked(nodes, index))
          expect(found).toEqual(wanted)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('goes round a cycle and knows all of it', () => {
    const [a, b, c] = [schema('a', ['b']), schema('b', ['c'], 'internal'), schema('c', ['a'], 'restricted')]
    const reach = reachOf([a, b, c])
    expect([a, b, c].map((each) => reach([each]).sensitivity)).toEqual(['restricted', 'restricted', 'restricted'])
  })

  it('walks a chain of 20,000 references and 4,000 nested schemas without growing the stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => schema(String(index), [String(index + 1)]))
    const end = schema('20000', [], 'confidential')
    expect(reachOf([...chain, end])([chain[0] as Schema]).sensitivity).toBe('confidential')
    let nested: Schema = { kind: 'schema', at: { document: 'd', pointer: '/leaf' }, types: ['string'] }
    for (let depth = 0; depth < 4_000; depth++) {
      nested = { kind: 'schema', at: { document: 'd', pointer: `/${depth}` }, items: nested }
    }
    expect(reachOf([nested])([nested])).toEqual({ categories: [], unclassified: true })
  })

  it('names the categories in the order of the vocabulary, without detail', () => {
    const at = { document: 'd', pointer: '/x' }
    const field = (category: string): Schema => ({
      ...{ kind: 'schema', at, types: ['string'] },
      classification: { value: { sensitivity: 'internal', category }, at },
    })
    const parts = new Map([
      ['a', field('other')],
      ['b', field('personal.name')],
      ['c', field('contact.email')],
      ['d', field('contact.phone')],
    ])
    const whole: Schema = { kind: 'schema', at: { document: 'd', pointer: '/whole' }, properties: parts }
    expect(reachOf([whole])([whole])).toEqual({
      sensitivity: 'internal',
      categories: ['personal', 'contact', 'other'],
      unclassified: false,
    })
  })
})

function walked(nodes: readonly { refs: readonly number[]; level: Sensitivity | undefined }[], start: number) {
  const seen = new Set<number>()
  const pending = [start]
  let height = -1
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const { refs, level } = nodes[next] ?? { refs: [], level: undefined }
    if (level) height = Math.max(height, sensitivities.indexOf(level))
    pending.push(...refs)
  }
  return sensitivities[height]
}

describe('createReach in one direction', () => {
  it('goes past properties that the direction leaves out, and what they refer to', () => {
    const at = { document: 'd', pointer: '/0' }
    const secret = schema('1', [], 'restricted')
    const property = (flags: Partial<Schema>): Schema => ({ kind: 'schema', at, ref: 'd#/1', ...flags })
    const outcome = (flags: Partial<Schema>) => {
      const root: Schema = { kind: 'schema', at, properties: new Map([['a', property(flags)]]) }
      const whole = contract([root, secret])
      const classes = resolveClasses(whole)
      const [input, output, both] = (['input', 'output', undefined] as const).map(
        (direction) => createReach(classes, whole.schemas, direction)([root]).sensitivity,
      )
      return { input, output, both }
    }
    expect(outcome({ writeOnly: true })).toEqual({ input: 'restricted', output: undefined, both: 'restricted' })
    expect(outcome({ readOnly: true })).toEqual({ input: undefined, output: 'restricted', both: 'restricted' })
    expect(outcome({})).toEqual({ input: 'restricted', output: 'restricted', both: 'restricted' })
  })
})
