import type { Bundle } from '../../../src/catalog/model/index.js'

export interface Shop {
  readonly version?: string
  /** Members of `Order`, in YAML's flow style. */
  readonly order?: string
  /** Put in front of the paths. */
  readonly head?: string
  readonly id?: string
}

export const order = 'id: { type: string }, email: { type: string, x-data-classification: confidential }'

/** Two operations that answer with orders: a page of them, and one. */
export function shop({ version = '1.0.0', order: members = order, head = '', id }: Shop = {}): string {
  return `openapi: 3.1.0
info: { title: Orders, version: ${version}${id === undefined ? '' : `, x-api-id: ${id}`} }
x-tenant-scope: tenant
${head}paths:
  /orders:
    get:
      operationId: listOrders
      summary: Lists orders.
      responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
components:
  schemas:
    Page: { type: object, required: [items], properties: { items: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
    Order: { type: object, required: [id], properties: { ${members} } }
`
}

export function bundleOf(...texts: readonly string[]): Bundle {
  return {
    documents: texts.map((text, index) => ({ path: index === 0 ? 'a.yaml' : `${index}.yaml`, text })),
    overlays: [],
  }
}
