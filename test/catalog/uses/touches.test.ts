import { describe, expect, it } from 'vitest'
import { openBundle } from '../../../src/catalog/bundle/index.js'
import { createTouches } from '../../../src/catalog/uses/index.js'
import { diffContracts, type LoadedContract } from '../../../src/diff/index.js'
import { bundleOf, shop } from '../support/shop.js'

const load = async (text: string): Promise<LoadedContract> => {
  const loaded = await openBundle({ namespace: 'a', name: 'b', version: '1' }, bundleOf(text))
  if (!loaded.contract) return expect.fail(JSON.stringify(loaded.diagnostics))
  return { ...loaded, contract: loaded.contract }
}

/** Pointers of the breaking findings, with whether each touches the use. */
async function touched(before: string, after: string, operation: string, fields?: readonly string[]) {
  const [base, head] = [await load(before), await load(after)]
  const { findings } = diffContracts(base, head, { today: '2026-01-01', sources: { base: 'a', head: 'b' } })
  const touches = createTouches(base.contract)
  const breaks = findings.filter(({ level }) => level === 'breaking')
  return breaks.map((finding) => [finding.pointer, touches(finding, [{ operation, ...(fields && { fields }) }])])
}

describe('touches', () => {
  const members =
    'id: { type: string }, lines: { type: array, items: { type: object, properties: { sku: { type: string }, n: { type: integer } } } }'
  const base = shop({ order: members })
  const head = shop({ order: members.replace('integer', 'string') })
  const place = '/schemas/Order/properties/lines/items/properties/n'

  it.each([
    ['getOrder', undefined, true],
    ['getOrder', ['lines'], true],
    ['getOrder', ['lines.n'], true],
    ['getOrder', ['lines.n.deeper'], true],
    ['getOrder', ['lines.sku', 'id'], false],
    ['getOrder', [], false],
    ['listOrders', ['items'], true],
    ['listOrders', ['items.lines.n'], true],
    ['listOrders', ['items.lines.sku'], false],
    ['listOrders', ['lines.n'], false],
    ['other', undefined, false],
  ])('of %s with %j', async (operation, fields, used) => {
    expect(await touched(base, head, operation, fields)).toEqual([[place, used]])
  })

  it('of a schema that stands in the operation itself', async () => {
    const inline = (type: string) =>
      base.replace(
        "schema: { $ref: '#/components/schemas/Page' }",
        `schema: { type: object, properties: { a: { type: ${type} }, b: { type: string } } }`,
      )
    const before = inline('integer')
    const pointer = 'GET /orders/responses/200/application~1json/properties/a'
    expect(await touched(before, inline('string'), 'listOrders', ['a'])).toEqual([[pointer, true]])
    expect(await touched(before, inline('string'), 'listOrders', ['b'])).toEqual([[pointer, false]])
  })

  it('of what is sent, whatever fields are read', async () => {
    const before = base.replace(
      'name: id, in: path, required: true, schema: { type: string }',
      'name: id, in: path, required: true, schema: { type: string, maxLength: 9 }',
    )
    const found = await touched(before, before.replace('maxLength: 9', 'maxLength: 8'), 'getOrder', [])
    expect(found.map(([, used]) => used)).toEqual([true])
  })

  it('of an answer that is gone', async () => {
    const found = await touched(
      base,
      base.replace("'200': { description: One.", "'201': { description: One."),
      'getOrder',
      ['id'],
    )
    expect(found.every(([, used]) => used === true) && found.length > 0).toBe(true)
  })

  it('of a contract that goes round in circles', async () => {
    const circle = (type: string) =>
      shop({ order: `id: { type: string }, n: { type: ${type} }, parent: { $ref: '#/components/schemas/Order' }` })
    expect(await touched(circle('integer'), circle('string'), 'getOrder', ['parent.parent.n'])).toEqual([
      ['/schemas/Order/properties/n', true],
    ])
    expect(await touched(circle('integer'), circle('string'), 'getOrder', ['parent.parent.id'])).toEqual([
      ['/schemas/Order/properties/n', false],
    ])
  })

  it('of maps, whatever the names in them', async () => {
    const map = (type: string) =>
      shop({
        order: `id: { type: string }, by: { type: object, additionalProperties: { type: object, properties: { n: { type: ${type} } } } }`,
      })
    const found = await touched(map('integer'), map('string'), 'getOrder', ['by.x.n'])
    expect(found.map(([, used]) => used)).toEqual([true])
  })

  it('of properties named like keywords and parts of a prototype', async () => {
    const odd = (type: string) =>
      shop({ order: `id: { type: string }, properties: { type: ${type} }, __proto__: { type: string }` })
    expect(await touched(odd('integer'), odd('string'), 'getOrder', ['__proto__'])).toEqual([
      ['/schemas/Order/properties/properties', false],
    ])
    expect(await touched(odd('integer'), odd('string'), 'getOrder', ['properties'])).toEqual([
      ['/schemas/Order/properties/properties', true],
    ])
  })
})
