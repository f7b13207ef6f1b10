import { describe, expect, it } from 'vitest'
import { subjectOf } from '../../../../src/diff/rules/governance/subject.js'

const place = { pointer: 'GET /orders/responses/200/application~1json/properties/a', location: 'response 200' }

function at(pointer: string) {
  return { value: {}, at: { document: 'c.yaml', pointer: `${pointer}/x-data-classification` } }
}

describe('subjectOf', () => {
  it.each([
    ['', 'what says nothing itself'],
    ['/info', 'what says nothing itself'],
    ['/components/schemas/Order', '`Order`'],
    ['/components/schemas/Order/properties/card', '`card`'],
    ['/components/schemas/Order/properties/items', '`items`'],
    ['/components/schemas/Order/properties/lines/items', 'the items of `lines`'],
    ['/components/schemas/Order/properties/lines/items/items/allOf/0', 'the items of `lines`'],
    ['/components/schemas/Order/oneOf/1', '`Order`'],
    ['/components/schemas/Order/additionalProperties', 'further members of `Order`'],
    ['/components/schemas/Order/patternProperties/^x-', 'members like `^x-`'],
    ['/paths/~1orders/get/responses/404', 'response 404'],
    ['/paths/~1orders/get/responses/404/headers/ETag', 'header `ETag`'],
    ['/channels/orders/messages/placed', 'message `placed`'],
    ['/paths/~1orders/get/responses/200/content/application~1json/schema/items', 'the items of the response 200'],
  ])('names %s', (pointer, name) => {
    expect(subjectOf({ from: at(pointer), to: at(pointer), place })).toBe(name)
    expect(subjectOf({ from: undefined, to: at(pointer), place })).toBe(name)
  })

  it('names the place of the edit where the two sides were said of different things', () => {
    const [from, to] = [at('/components/schemas/Order'), at('/components/schemas/Secret')]
    expect(subjectOf({ from, to, place })).toBe('`a`')
    expect(subjectOf({ from, to, place: { pointer: 'GET /orders/responses/200', location: 'response 200' } })).toBe(
      'the response 200',
    )
    expect(subjectOf({ from, to, place: { pointer: 'GET /orders' } })).toBe('the operation')
  })

  it('is short, however deep a schema is', () => {
    const deep = at(`/components/schemas/Order${'/items'.repeat(10_000)}`)
    expect(subjectOf({ from: deep, to: deep, place })).toBe('the items of `Order`')
  })
})
