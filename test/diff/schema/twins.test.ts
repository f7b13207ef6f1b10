import { describe, expect, it } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'
import type { Contract, Schema } from '../../../src/contract/model/index.js'
import { sameText } from '../../../src/diff/schema/same-text.js'
import { createTwins } from '../../../src/diff/schema/twins.js'
import { tempFolder } from '../../support/temp-folder.js'

async function contractOf(file: string, schemas: string): Promise<Contract> {
  const cwd = tempFolder({
    [file]: `openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\ncomponents:\n  schemas:\n${schemas}`,
  })
  const { contract } = await loadContract(file, { cwd, validation: 'never' })
  return contract as Contract
}

function named({ schemas }: Contract, name: string): Schema {
  return [...schemas].find(([id]) => id.endsWith(`/${name}`))?.[1] as Schema
}

/** The names of those that are twins in two files of different names. */
async function twinsOf(before: string, after: string): Promise<readonly string[]> {
  const [base, head] = [await contractOf('before.yaml', before), await contractOf('after.yaml', after)]
  const twins = createTwins(base, head)
  return [...head.schemas.values()].flatMap((schema) => {
    const name = schema.name ?? ''
    return twins.are(named(base, name), schema) ? name : []
  })
}

const list = `    Order: { type: object, properties: { lines: { type: array, items: { $ref: '#/components/schemas/Line' } } } }
    Line: { type: object, properties: { product: { $ref: '#/components/schemas/Product' } } }
    Product: { type: string }
    Price: { type: number }
`

describe('schemas of two versions', () => {
  it('are twins when they are written alike, whatever is said of them and in whichever order', async () => {
    const retold = `    Price: { description: What it costs, type: number }\n${list.replace(/ {4}Price.*\n/, '')}`
    expect(await twinsOf(list, retold)).toEqual(['Price', 'Order', 'Line', 'Product'])
  })

  it('are none when anything is different that they lead to', async () => {
    expect(await twinsOf(list, list.replace('Product: { type: string }', 'Product: { type: integer }'))).toEqual([
      'Price',
    ])
  })

  it('are none when a reference leads to another one', async () => {
    const moved = list.replace("$ref: '#/components/schemas/Product'", "$ref: '#/components/schemas/Price'")
    expect(await twinsOf(list, moved)).toEqual(['Product', 'Price'])
  })

  it('are twins when they lead to themselves and nothing in the circle is different', async () => {
    const circle = (leaf: string) => `    One: { properties: { two: { $ref: '#/components/schemas/Two' } } }
    Two: { properties: { one: { $ref: '#/components/schemas/One' }, leaf: { type: ${leaf} } } }
`
    expect(await twinsOf(circle('string'), circle('string'))).toEqual(['One', 'Two'])
    expect(await twinsOf(circle('string'), circle('integer'))).toEqual([])
  })

  it('are learned to be twins where they have no name, if what they refer to are twins', async () => {
    const [base, head] = [
      await contractOf('before.yaml', list),
      await contractOf('after.yaml', list.replace('Price: { type: number }', 'Price: { type: integer }')),
    ]
    const twins = createTwins(base, head)
    const inside = (contract: Contract) => named(contract, 'Order').properties?.get('lines') as Schema
    const [one, other] = [inside(base), inside(head)]
    const refs = sameText(one, other) ?? []
    expect([refs.length, twins.are(one, other), twins.learn(one, other, refs), twins.are(one, other)]).toEqual([
      1,
      false,
      true,
      true,
    ])
    const price = [named(base, 'Price'), named(head, 'Price')] as const
    const toPrice = [...head.schemas.keys()].find((id) => id.endsWith('/Price')) ?? ''
    expect(twins.learn(...price, [[toPrice.replace('after', 'before'), toPrice]])).toBe(false)
  })
})
