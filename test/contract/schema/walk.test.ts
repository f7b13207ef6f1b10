import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { children, follow, isPureRef, walk } from '../../../src/contract/schema/index.js'

const at = { document: 'api.yaml', pointer: '' }
const make = (fields: Partial<Schema> = {}): Schema => ({ kind: 'schema', at, ...fields })

describe('walk', () => {
  test('meets parents first, in a fixed order, with paths', () => {
    const schema = make({
      properties: new Map([
        ['b/c', make({ items: make() })],
        ['a', make()],
      ]),
      anyOf: [make(), make({ not: make() })],
    })
    const paths: string[] = []
    walk(schema, (_schema, { path }) => void paths.push(path))
    expect(paths).toEqual([
      '',
      '/properties/b~1c',
      '/properties/b~1c/items',
      '/properties/a',
      '/anyOf/0',
      '/anyOf/1',
      '/anyOf/1/not',
    ])
  })

  test('leaves out what is below a schema for which false comes back', () => {
    const seen: (string | undefined)[] = []
    walk(make({ items: make({ items: make() }) }), (_schema, { role }) => {
      seen.push(role)
      return role === undefined
    })
    expect(seen).toEqual([undefined, 'items'])
  })

  test('does not grow the stack', () => {
    let schema = make()
    for (let level = 0; level < 50_000; level++) schema = make({ items: schema })
    let count = 0
    walk(schema, () => count++)
    expect(count).toBe(50_001)
  })

  test('knows the schemas of every keyword', () => {
    const one = make()
    const map = new Map([['k', one]])
    const all: Required<Pick<Schema, ReturnType<typeof children>[number]['role']>> = {
      properties: map,
      patternProperties: map,
      dependentSchemas: map,
      prefixItems: [one],
      allOf: [one],
      anyOf: [one],
      oneOf: [one],
      contentSchema: one,
      items: one,
      contains: one,
      unevaluatedItems: one,
      additionalProperties: one,
      propertyNames: one,
      unevaluatedProperties: one,
      not: one,
      if: one,
      then: one,
      else: one,
    }
    expect(children(make(all)).map(({ role }) => role)).toEqual(Object.keys(all))
  })
})

describe('follow', () => {
  const plain = make({ types: ['string'] })

  test('goes through references that say nothing about the value', () => {
    const schemas = new Map([
      ['a', make({ ref: 'b', title: 'A', name: 'A' })],
      ['b', plain],
    ])
    expect(follow(make({ ref: 'a' }), schemas)).toBe(plain)
  })

  test('stops at constraints, at unknown targets and when it has come round', () => {
    const constrained = make({ ref: 'b', minLength: 1 })
    const lost = make({ ref: 'nowhere' })
    const round = make({ ref: 'round' })
    expect(follow(constrained, new Map([['b', plain]]))).toBe(constrained)
    expect(follow(lost, new Map())).toBe(lost)
    expect(follow(round, new Map([['round', round]]))).toBe(round)
    expect([isPureRef(constrained), isPureRef(lost), isPureRef(plain)]).toEqual([false, true, false])
  })
})
