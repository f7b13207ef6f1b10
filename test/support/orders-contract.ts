export interface OrdersContract {
  readonly title?: string
  readonly version?: string
  /** `x-api-id`. */
  readonly id?: string
  readonly path?: string
  /** Whether the query parameter `state` must be there; without it, the parameter is not there at all. */
  readonly state?: 'optional' | 'required'
  readonly description?: string
}

/** A contract with one operation, for tests of what is around a comparison: a `state` that becomes required is a break. */
export function ordersContract(given: OrdersContract = {}): string {
  const { title = 'Orders', version = '1.0.0', id, path = '/orders', state = 'optional', description } = given
  return `openapi: 3.1.0
info: { title: ${title}, version: '${version}'${id === undefined ? '' : `, x-api-id: ${id}`} }
paths:
  ${path}:
    get:
      operationId: list${title}${description === undefined ? '' : `\n      description: ${description}`}
      parameters:
        - { name: state, in: query, required: ${state === 'required'}, schema: { type: string } }
      responses: { '204': { description: None. } }
`
}

export const eventsContract = `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels: {}
operations: {}
`
