import { document } from './example.js'

/** A server with a region in its name. */
export function regional(variable: string): string {
  return document(
    `servers: [{ url: 'https://{region}.example.com', variables: { region: { ${variable} } } }]`,
    "paths: { /orders: { get: { operationId: listOrders, responses: { '204': { description: None. } } } } }",
  )
}
