/** A contract of AsyncAPI 2 in which the API receives orders; the lines stand below the operation. */
export function placeOrder(...lines: readonly string[]): string {
  return orders('publish', 'placeOrder', lines)
}

/** A contract of AsyncAPI 2 in which the API tells of orders; the lines stand below the operation. */
export function orderPlaced(...lines: readonly string[]): string {
  return orders('subscribe', 'orderPlaced', lines)
}

function orders(action: 'publish' | 'subscribe', id: string, lines: readonly string[]): string {
  return document2(
    `channels:
  orders:
    ${action}:
      operationId: ${id}`,
    ...lines.map((line) => `      ${line}`),
  )
}

/** A contract of AsyncAPI 2 with these parts. */
export function document2(...parts: readonly string[]): string {
  return ['asyncapi: 2.6.0', 'info: { title: Orders, version: 1.0.0 }', ...parts, ''].join('\n')
}

/** A contract of AsyncAPI 3 with these parts. */
export function document3(...parts: readonly string[]): string {
  return ['asyncapi: 3.0.0', 'info: { title: Orders, version: 1.0.0 }', ...parts, ''].join('\n')
}

/** A contract of AsyncAPI 2 with one server, written in place. */
export function served(server: string): string {
  return document2(`servers:
  main: ${server}
channels:
  orders:
    publish: { operationId: placeOrder, message: { name: order, payload: { type: object } } }`)
}

/** A contract of AsyncAPI 3 in which the API answers requests; the reply is written in place. */
export function answering(reply?: string): string {
  return document3(`channels:
  requests: { address: requests, messages: { ask: { payload: { type: object } } } }
  replies: { address: replies, messages: { answer: { payload: { type: object } } } }
  returns: { address: returns, messages: { answer: { payload: { type: object } } } }
operations:
  ask:
    action: receive
    channel: { $ref: '#/channels/requests' }${
      reply === undefined
        ? ''
        : `
    reply: ${reply}`
    }
  tell: { action: send, channel: { $ref: '#/channels/replies' } }
  return: { action: send, channel: { $ref: '#/channels/returns' } }`)
}
