/** What findings about schemas are said to be about, wherever the change stands. */
import { expect, it } from 'vitest'
import { exampleContract } from '../../../src/diff/rules/example-contract.js'
import { findingLines } from '../support/diff-texts.js'

const text = '{ type: string, maxLength: 9 }'

it.each<[string, string]>([
  [text, 'the request body'],
  [`{ type: object, properties: { properties: ${text} } }`, '`properties`'],
  [`{ type: object, properties: { items: { type: array, items: ${text} } } }`, 'each item of `items`'],
  [`{ type: array, items: { type: array, items: ${text} } }`, 'each item of each item of the request body'],
  [`{ type: array, prefixItems: [{ type: integer }, ${text}] }`, 'item 1 of the request body'],
  [
    `{ type: object, additionalProperties: { type: array, items: ${text} } }`,
    'each item of each further member of the request body',
  ],
  [
    `{ type: object, patternProperties: { '^x-': ${text} }, additionalProperties: false }`,
    'each member of the request body named like `^x-`',
  ],
  [
    `{ type: object, additionalProperties: true, propertyNames: { maxLength: 9 } }`,
    'each member name of the request body',
  ],
  [`{ type: object, unevaluatedProperties: ${text} }`, 'each other member of the request body'],
  [
    `{ type: array, prefixItems: [{ type: integer }], unevaluatedItems: ${text} }`,
    'each other item of the request body',
  ],
  [`{ type: array, contains: ${text} }`, 'what the request body must contain'],
  [`{ not: ${text} }`, 'what the request body must not be'],
  [`{ if: ${text}, then: { type: string } }`, 'the condition on the request body'],
  [`{ if: { type: string }, then: ${text} }`, 'the request body under its condition'],
  [`{ if: { type: integer }, else: ${text} }`, 'the request body outside its condition'],
  [
    `{ type: object, properties: { a: { type: integer } }, dependentSchemas: { a: { maxProperties: 9 } }, additionalProperties: true }`,
    'the request body beside `a`',
  ],
  [`{ anyOf: [{ type: integer }, ${text}] }`, 'the request body as alternative 1'],
  [`{ oneOf: [{ type: integer }, { title: Name, type: string, maxLength: 9 }] }`, 'the request body as `Name`'],
  [`{ type: string, contentMediaType: application/json, contentSchema: ${text} }`, 'the content of the request body'],
])('of %s is %s', async (request, subject) => {
  const before = exampleContract({ request })
  const after = exampleContract({ request: request.replace('9', '8') })
  const [line, ...others] = await findingLines(before, after)
  expect(line).toMatch(/: .* is limited further: `max\w+` went from 9 to 8$/)
  expect([line?.replace(/^.*POST \/orders: | is limited further.*$/g, ''), others]).toEqual([subject, []])
})

it('is the named schema where it is shared, or the place where it has no name', async () => {
  const version = (limit: number) => `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: page, in: query, schema: { type: string, maxLength: ${limit} } }]
      responses:
        '200':
          description: The orders.
          headers: { X-Next: { schema: { type: string, minLength: ${limit} } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Orders' } } }
components:
  schemas:
    Orders: { type: array, minItems: ${limit}, items: { type: string, minLength: ${limit} } }
`
  expect(await findingLines(version(9), version(8))).toEqual([
    'breaking request-length-narrowed GET /orders: the query parameter `page` is limited further: `maxLength` went from 9 to 8',
    'breaking response-length-widened GET /orders: the header `X-Next` of response 200 is limited less: `minLength` went from 9 to 8',
    'breaking response-item-count-widened GET /orders: `Orders` is limited less: `minItems` went from 9 to 8',
    'breaking response-length-widened GET /orders: each item of `Orders` is limited less: `minLength` went from 9 to 8',
  ])
})

it('is a message of a channel', async () => {
  const version = (limit: number) => `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages: { placed: { payload: { type: string, minLength: ${limit} }, headers: { type: object, properties: { trace: { type: string, minLength: ${limit} } } } } }
operations:
  placed: { action: send, channel: { $ref: '#/channels/orders' } }
`
  expect(await findingLines(version(9), version(8))).toEqual([
    'breaking published-length-widened send orders: the message `placed` is limited less: `minLength` went from 9 to 8',
    'breaking published-length-widened send orders: `trace` is limited less: `minLength` went from 9 to 8',
  ])
})
