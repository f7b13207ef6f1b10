import { describe, expect, it } from 'vitest'
import { createPlan } from '../../../src/generate/plan/index.js'
import { itemsNames } from '../../../src/generate/view/client/module-names.js'
import type { Transport } from '../../../src/runtime/src/gen1/index.js'
import { listProductsItems } from '../../samples/orders/_expected/operations/products.js'
import { contractOf, operationOf } from '../support/contract.js'

describe('the function for the items of all pages', () => {
  it('walks without the resource of its tag, so that bundlers can leave that out', async () => {
    const pages = [[product('a'), product('b')], [product('c')], []]
    const asked: unknown[] = []
    const transport = {
      call: (_operation: unknown, input: unknown) => {
        asked.push(input)
        const items = pages[asked.length - 1]
        const response = { ok: true, status: 200, headers: new Headers() }
        return Promise.resolve({ status: 200, body: { items, page: 1, total: 3 }, headers: {}, response })
      },
    } as unknown as Transport
    const skus: string[] = []
    for await (const { sku } of listProductsItems(transport, { query: { perPage: 2 } })) skus.push(sku)
    expect(skus).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual([
      { query: { perPage: 2 } },
      { query: { perPage: 2, page: 2 } },
      { query: { perPage: 2, page: 3 } },
    ])
  })

  it('gives way to an operation of its name', () => {
    const list = {
      parameters: [{ name: 'page', schema: { type: 'integer' } }],
      responses: { 200: { type: 'array', items: {} } },
    }
    const contract = contractOf({ operations: [operationOf('list', list), operationOf('listItems')] })
    const [tag] = createPlan(contract, { source: 'a.yaml', targets: ['client'] }).plan.tags
    expect(tag && [...itemsNames(tag).values()]).toEqual(['listItems_'])
  })
})

function product(sku: string) {
  return { sku, name: sku, categories: [] }
}
