/** Versions that are written differently and ask and answer the same: nothing is to be said about them. */
import { describe, expect, it } from 'vitest'
import { findingLines } from '../support/diff-texts.js'

const head = 'openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n'
const answer = "responses: { '204': { description: None. } }"
const text = (value: unknown): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 'Orders', version: '1' }, ...(value as object) })
const get = (parameters: unknown, more: object = {}) =>
  text({
    paths: {
      '/orders': {
        get: { operationId: 'listOrders', parameters, responses: { 204: { description: 'None.' } }, ...more },
      },
    },
  })
const post = (content: unknown) =>
  text({
    paths: {
      '/orders': {
        post: { operationId: 'createOrder', requestBody: { content }, responses: { 204: { description: 'None.' } } },
      },
    },
  })

const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a common prefix that moved from the paths to the server': [
    `${head}servers: [{ url: 'https://api.example.com' }]
paths:
  /v1/orders: { get: { operationId: listOrders, ${answer} } }
  /v1/orders/{id}: { get: { operationId: getOrder, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${answer} } }
`,
    `${head}servers: [{ url: 'https://api.example.com/v1/' }]
paths:
  /orders/{orderId}: { get: { operationId: getOrder, parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }], ${answer} } }
  /orders: { get: { operationId: listOrders, ${answer} } }
`.replaceAll('orderId', 'id'),
  ],
  'a prefix of servers that the standard puts there': [
    `${head}paths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
    `${head}servers: [{ url: / }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
  ],
  'a server with its default port, in other letters': [
    `${head}servers: [{ url: 'https://API.example.com:443/v1' }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
    `${head}servers: [{ url: 'https://api.example.com/v1' }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
  ],
  'servers that were listed and are values of a variable now': [
    `${head}servers: [{ url: 'https://eu.example.com' }, { url: 'https://us.example.com' }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
    `${head}servers: [{ url: 'https://{r}.example.com', variables: { r: { enum: [us, eu], default: eu } } }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
  ],
  'OpenAPI 2 and 3': [
    `swagger: '2.0'
info: { title: Orders, version: '1' }
host: api.example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }
  login: { type: oauth2, flow: application, tokenUrl: 'https://login.example.com/token', scopes: { read: Read. } }
security: [{ key: [] }, { login: [read] }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - { name: ids, in: query, type: array, items: { type: string }, collectionFormat: csv }
        - { name: states, in: query, type: array, items: { type: string }, collectionFormat: multi }
        - { name: limit, in: query, type: integer, maximum: 100 }
      responses:
        '200': { description: Orders., schema: { type: array, items: { $ref: '#/definitions/Order' } }, headers: { X-Total: { type: integer } } }
    post:
      operationId: createOrder
      parameters: [{ name: body, in: body, required: true, schema: { $ref: '#/definitions/Order' } }]
      responses: { '204': { description: Created. } }
  /photos:
    post:
      operationId: addPhoto
      consumes: [multipart/form-data]
      parameters:
        - { name: file, in: formData, required: true, type: file }
        - { name: title, in: formData, type: string }
      responses: { '204': { description: Added. } }
definitions:
  Order: { type: object, properties: { sku: { type: string, x-nullable: true } } }
`,
    `openapi: 3.1.0
info: { title: Orders, version: '1' }
servers: [{ url: 'https://api.example.com/v1' }]
security: [{ login: [read] }, { token: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: states, in: query, schema: { type: array, items: { type: string } } }
      responses:
        '200':
          description: Orders.
          headers: { x-total: { schema: { type: integer } } }
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } }
    post:
      operationId: createOrder
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '204': { description: Created. } }
  /photos:
    post:
      operationId: addPhoto
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, title: { type: string } } }
      responses: { '204': { description: Added. } }
components:
  securitySchemes:
    token: { type: apiKey, in: header, name: x-key }
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://login.example.com/token', scopes: { read: Read orders. } } } }
  schemas:
    Order: { type: object, properties: { sku: { type: [string, 'null'] } } }
`,
  ],
  'another standard': [get([]).replace('3.1.0', '3.0.3'), get([]).replace('3.1.0', '3.2.0')],
  'the order of parameters and the case of header names': [
    get([
      { name: 'X-A', in: 'header', schema: { type: 'string' } },
      { name: 'b', in: 'query', schema: { type: 'string' } },
    ]),
    get([
      { name: 'b', in: 'query', schema: { type: 'string' } },
      { name: 'x-a', in: 'header', schema: { type: 'string' } },
    ]),
  ],
  'styles that write single values alike': [
    get([
      { name: 'a', in: 'query', schema: { type: 'string' } },
      { name: 'X-B', in: 'header', schema: { type: 'integer' } },
    ]),
    get([
      { name: 'a', in: 'query', style: 'form', explode: false, schema: { type: 'string' } },
      { name: 'X-B', in: 'header', explode: true, schema: { type: 'integer' } },
    ]),
  ],
  'a media type with what it implies': [
    post({ 'application/json': { schema: { type: 'object' } } }),
    post({ 'Application/JSON; charset=utf-8': { schema: { type: 'object' } } }),
  ],
  'encodings that are written out': [
    post({
      'multipart/form-data': {
        schema: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'object' } } },
      },
    }),
    post({
      'multipart/form-data': {
        schema: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'object' } } },
        encoding: { a: { contentType: 'text/plain' }, b: { contentType: 'application/json' } },
      },
    }),
  ],
  'requirements at the top and at each operation': [
    `${head}security: [{ key: [] }]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }\ncomponents: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }`,
    `${head}paths: { /orders: { get: { operationId: listOrders, security: [{ key: [] }], ${answer} } } }\ncomponents: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }`,
  ],
  'anonymous, said in three ways': [
    `${head}paths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
    `${head}security: [{}]\npaths: { /orders: { get: { operationId: listOrders, ${answer} } } }`,
  ],
  'callbacks of two operations at one address': [callbacks('a', 'b'), callbacks('b', 'a')],
}

function callbacks(...order: readonly string[]): string {
  const paths = order.map((name) => [
    `/${name}`,
    {
      post: {
        operationId: name,
        callbacks: {
          done: {
            '{$request.body#/url}': {
              post: {
                parameters: [{ name: `X-${name}`, in: 'header', schema: { type: 'string' } }],
                responses: { 204: { description: 'Thanks.' } },
              },
            },
          },
        },
        responses: { 202: { description: 'Accepted.' } },
      },
    },
  ])
  return text({ paths: Object.fromEntries(paths) as object })
}

describe('nothing is said about', () => {
  it.each(Object.entries(cases))('%s', async (_name, [before, after]) => {
    expect(await findingLines(before, after)).toEqual([])
    expect(await findingLines(after, before)).toEqual([])
  })
})
