import { describe, expect, test } from 'vitest'
import { read, readClean, schemaOf } from '../openapi/support.js'

const head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"

describe('references between schemas', () => {
  test('stay references, also in circles and to parts of other schemas', async () => {
    const contract = await readClean(`${head}
    Node: {properties: {next: {$ref: '#/components/schemas/Node'}, tag: {$ref: '#/components/schemas/Deep/properties/a%20b/items'}}}
    Deep: {properties: {a b: {items: {type: string}}}}
    Alias: {$ref: '#/components/schemas/Node'}
`)
    const item = 'api.yaml#/components/schemas/Deep/properties/a b/items'
    expect(schemaOf(contract, 'Node')).toEqual({
      properties: { next: { ref: 'api.yaml#/components/schemas/Node' }, tag: { ref: item } },
    })
    expect(schemaOf(contract, 'Alias')).toEqual({ ref: 'api.yaml#/components/schemas/Node' })
    expect([...contract.schemas.keys()]).toEqual([
      'api.yaml#/components/schemas/Node',
      'api.yaml#/components/schemas/Deep',
      'api.yaml#/components/schemas/Alias',
      item,
    ])
  })

  test('a referenced part is the very node that is nested where it stands', async () => {
    const contract = await readClean(`${head}
    A: {properties: {inner: {type: string}}}
    B: {$ref: '#/components/schemas/A/properties/inner'}
`)
    const outer = contract.schemas.get('api.yaml#/components/schemas/A')
    expect(contract.schemas.get('api.yaml#/components/schemas/A/properties/inner')).toBe(
      outer?.properties?.get('inner'),
    )
  })

  test('lead to other files, whose own references start from there', async () => {
    const contract = await readClean({
      'api.yaml': `${head}    Order: {$ref: models/order.yaml}\n`,
      'models/order.yaml': "properties: {item: {$ref: './parts.json#/definitions/Item'}}",
      'models/parts.json': '{"definitions": {"Item": {"type": "string"}}}',
    })
    expect([...contract.schemas].map(([id, { name }]) => [id, name])).toEqual([
      ['api.yaml#/components/schemas/Order', 'Order'],
      ['models/order.yaml#', undefined],
      ['models/parts.json#/definitions/Item', 'Item'],
    ])
  })

  test('a document that says what it is is read in its own dialect', async () => {
    const contract = await readClean({
      'api.yaml': `${head}    Old: {$ref: 'old.yaml#/components/schemas/Old'}\n`,
      'old.yaml': 'openapi: 3.0.3\ncomponents: {schemas: {Old: {minimum: 1, exclusiveMinimum: true, nullable: true}}}',
    })
    expect(contract.schemas.get('old.yaml#/components/schemas/Old')).toMatchObject({ exclusiveMinimum: 1 })
  })

  test('name definitions, anchors and identifiers', async () => {
    const contract = await readClean(`${head}
    A:
      $id: https://example.com/a
      $defs: {Inner: {$anchor: here, type: string}}
      properties:
        byPointer: {$ref: '#/$defs/Inner'}
        byAnchor: {$ref: '#here'}
        toDocument: {$ref: '#/components/schemas/B'}
    B:
      properties:
        byId: {$ref: https://example.com/a}
        byIdAndAnchor: {$ref: 'https://example.com/a#here'}
`)
    const inner = { ref: 'api.yaml#/components/schemas/A/$defs/Inner' }
    expect(schemaOf(contract, 'A')).toEqual({
      properties: { byPointer: inner, byAnchor: inner, toDocument: { ref: 'api.yaml#/components/schemas/B' } },
    })
    expect(schemaOf(contract, 'B')).toEqual({
      properties: { byId: { ref: 'api.yaml#/components/schemas/A' }, byIdAndAnchor: inner },
    })
    expect(schemaOf(contract, 'Inner')).toEqual({ types: ['string'] })
  })

  test('a dynamic reference with one possible target is a plain one, another stays open and is told', async () => {
    const { contract, problems } = await read(`${head}
    Tree: {$dynamicAnchor: node, properties: {child: {$dynamicRef: '#node'}}}
    One: {$dynamicAnchor: twice}
    Two: {$dynamicAnchor: twice, items: {$dynamicRef: '#twice'}}
`)
    expect(contract && schemaOf(contract, 'Tree')).toEqual({
      properties: { child: { ref: 'api.yaml#/components/schemas/Tree' } },
    })
    expect(contract && schemaOf(contract, 'Two')).toEqual({ items: { dynamicRef: '#twice' } })
    expect(problems).toEqual([
      '8:55 TK1508 the target of the dynamic reference `#twice` depends on where the schema is used; it is taken for any value',
    ])
  })

  test('a recursive reference means the nearest schema with the anchor', async () => {
    const contract = await readClean(`${head}
    Tree:
      $schema: https://json-schema.org/draft/2019-09/schema
      $recursiveAnchor: true
      items: {$recursiveRef: '#'}
`)
    expect(schemaOf(contract, 'Tree')).toEqual({ items: { ref: 'api.yaml#/components/schemas/Tree' } })
  })

  test('a map of properties that is a reference is followed and told', async () => {
    const { contract, problems } = await read({
      'api.yaml': `${head}    A: {properties: {$ref: 'parts.yaml#/common', own: {type: string}}}\n    B: {properties: {$ref: 'parts.yaml#/whole'}}\n`,
      'parts.yaml': 'common: {id: {type: integer}, own: {type: integer}}\nwhole: {type: object, properties: {x: true}}',
    })
    expect(contract && schemaOf(contract, 'A')).toEqual({
      properties: { own: { types: ['string'] }, id: { types: ['integer'] } },
    })
    expect(contract && schemaOf(contract, 'B')).toEqual({ properties: { x: { always: true } } })
    expect(problems).toEqual([
      '5:28 TK1512 a map of schemas may not be a reference; it is followed all the same (places: 2)',
    ])
  })

  test.each([
    ["{$ref: '#/components/schemas/Nowhere'}", 'TK1041'],
    ["{$ref: '#/__proto__/toString'}", 'TK1041'],
    ["{$ref: '#/components/schemas/constructor'}", 'TK1041'],
    ["{$ref: '../outside.yaml'}", 'TK1044'],
    ['{$ref: [a]}', 'TK1503'],
  ])('that lead nowhere are errors with a place: %s', async (schema, code) => {
    const { contract, problems } = await read(`${head}    A: ${schema}\n`)
    expect(contract).toBeUndefined()
    expect(problems.map((problem) => problem.replace(/^(5:\d+ TK\d+).*$/s, '$1'))).toEqual([`5:15 ${code}`])
  })
})

describe('size', () => {
  test('neither deep nesting nor long chains of references grow the stack', async () => {
    const deep = (levels: number): string =>
      levels === 0 ? '{}' : '{"items":'.repeat(levels) + '{}' + '}'.repeat(levels)
    const chain = Array.from(
      { length: 5_000 },
      (_, at) => `"C${at}":{"properties":{"a":{"$ref":"#/components/schemas/C${at + 1}"}}}`,
    )
    const text = `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"Deep":${deep(1_900)},${chain.join(',')},"C5000":{}}}}`
    const contract = await readClean(text)
    let schema = contract.schemas.get('api.yaml#/components/schemas/Deep')
    let levels = 0
    for (; schema?.items; schema = schema.items) levels++
    expect(levels).toBe(1_900)
    expect(contract.schemas.size).toBe(5_002)
  })

  test('many references into one large schema read it once', async () => {
    // Each of the references leads one level deeper into the same schema: read anew each time, they would be millions.
    const levels = 900
    const refs = Array.from({ length: levels }, (_, at) => `{"$ref":"#/components/schemas/Deep${'/items'.repeat(at)}"}`)
    const text = `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"Refs":{"anyOf":[${refs.join(',')}]},"Deep":${'{"items":'.repeat(levels)}{}${'}'.repeat(levels)}}}}`
    const { schemas } = await readClean(text)
    const deepest = [...schemas.values()].at(-1)
    let outer = schemas.get('api.yaml#/components/schemas/Deep')
    const nodes = new Set([outer])
    for (; outer?.items; outer = outer.items) nodes.add(outer.items)
    expect(nodes.size).toBe(levels + 1)
    expect(deepest && nodes.has(deepest)).toBe(true)
  })

  test('discriminators along a chain of schemas do not grow with its square', async () => {
    const link = (at: number) =>
      `"S${at}":{"allOf":[{"$ref":"#/components/schemas/S${at - 1}"}],"discriminator":{"propertyName":"k"}}`
    const chain = Array.from({ length: 2_000 }, (_, at) => link(at + 1))
    const text = `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"S0":{"discriminator":{"propertyName":"k"}},${chain.join(',')}}}}`
    const { contract, problems } = await read(text)
    expect(contract).toBeUndefined()
    expect(problems).toEqual([
      expect.stringMatching(
        / TK1513 the discriminators of the contract choose among more than 100000 schemas together$/,
      ),
    ])
  })

  test('names that objects inherit are names like any other', async () => {
    const contract = await readClean(`${head}
    __proto__: {properties: {constructor: {type: string}, __proto__: {type: integer}}}
    toString: {$ref: '#/components/schemas/__proto__'}
`)
    expect([...contract.schemas.values()].map(({ name }) => name)).toEqual(['__proto__', 'toString'])
    const properties = contract.schemas.get('api.yaml#/components/schemas/__proto__')?.properties
    expect([...(properties ?? [])].map(([name, { types }]) => [name, types])).toEqual([
      ['constructor', ['string']],
      ['__proto__', ['integer']],
    ])
  })
})
