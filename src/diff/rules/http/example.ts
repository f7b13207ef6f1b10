/** A contract of one operation for the example of a rule; the lines stand below the name of the operation. */
export function operation(route: `${'get' | 'post'} ${string}`, id: string, ...lines: readonly string[]): string {
  const [method, path] = route.split(' ')
  return document(`paths:
  ${path}:
    ${method}:
      operationId: ${id}
${indented(lines, 6)}`)
}

/** `GET /orders`, with its answer. */
export function listOrders(...lines: readonly string[]): string {
  return operation('get /orders', 'listOrders', ...lines, "responses: { '204': { description: None. } }")
}

/** `POST /orders`, with its answer. */
export function createOrder(...lines: readonly string[]): string {
  return operation('post /orders', 'createOrder', ...lines, "responses: { '204': { description: Created. } }")
}

/** A contract that calls others back: `POST orderPlaced`. */
export function orderPlaced(...lines: readonly string[]): string {
  return document(`webhooks:
  orderPlaced:
    post:
      operationId: orderPlaced
${indented([...lines, "responses: { '204': { description: Thanks. } }"], 6)}`)
}

/** A contract with these parts. */
export function document(...parts: readonly string[]): string {
  return ['openapi: 3.1.0', 'info: { title: Orders, version: 1.0.0 }', ...parts, ''].join('\n')
}

function indented(lines: readonly string[], depth: number): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => ' '.repeat(depth) + line)
    .join('\n')
}
