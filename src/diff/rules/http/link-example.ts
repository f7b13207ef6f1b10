import { document } from './example.js'

/** Two operations, the first with these links in its answer. */
export function linked(links: string): string {
  return document(`paths:
  /orders:
    post:
      operationId: createOrder
      responses: { '201': { description: Created.${links === '' ? '' : `, links: { ${links} }`} } }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: None. } }
    delete:
      operationId: cancelOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: None. } }`)
}
