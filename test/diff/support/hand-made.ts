import { parse } from 'yaml'
import type { JsonObject } from '../../../src/util/own.js'

/** Small contracts with every kind of schema, in places of every polarity. */
export const handMade: readonly { readonly name: string; readonly document: JsonObject }[] = [
  {
    name: 'by hand, OpenAPI 3.0',
    document: openApi(
      '3.0.3',
      `
    Everything:
      type: object
      required: [id, state, size, tags]
      minProperties: 1
      maxProperties: 40
      properties:
        id: { type: string, format: uuid, readOnly: true }
        secret: { type: string, minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9]+$', writeOnly: true }
        state: { type: string, enum: [open, paid, shipped] }
        reason: { type: string, nullable: true, maxLength: 200, example: late }
        anything: { nullable: true }
        size: { type: number, minimum: 0, exclusiveMinimum: true, maximum: 10.5, multipleOf: 0.25 }
        rank: { type: integer, format: int32, minimum: 1, maximum: 9, exclusiveMaximum: false, default: 3 }
        flag: { type: boolean, default: false }
        created: { type: string, format: date-time }
        tags: { type: array, items: { type: string, minLength: 1 }, minItems: 0, maxItems: 20, uniqueItems: true }
        labels: { type: object, additionalProperties: { type: string } }
        closed: { type: object, properties: { a: { type: string }, b: { type: integer } }, additionalProperties: false }
        opened: { type: object, properties: { a: { type: string } }, additionalProperties: true }
        child: { $ref: '#/components/schemas/Node' }
        price: { allOf: [{ $ref: '#/components/schemas/Money' }], nullable: true, description: What it costs. }
        either: { oneOf: [{ type: string, maxLength: 5 }, { type: integer, minimum: 0 }, { $ref: '#/components/schemas/Money' }] }
        some: { anyOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }] }
        unlike: { type: string, not: { enum: [none] } }
        pet: { $ref: '#/components/schemas/Pet' }
    Money:
      type: object
      required: [amount, currency]
      properties: { amount: { type: integer, format: int64 }, currency: { type: string, pattern: '^[A-Z]{3}$' } }
    Node:
      type: object
      required: [name]
      properties:
        name: { type: string }
        next: { $ref: '#/components/schemas/Node' }
        children: { type: array, items: { $ref: '#/components/schemas/Node' } }
    Named: { type: object, required: [name], properties: { name: { type: string } } }
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
    Cat:
      allOf:
        - { $ref: '#/components/schemas/Named' }
        - { type: object, required: [kind], properties: { kind: { type: string, enum: [cat] }, lives: { type: integer } } }
    Dog:
      allOf:
        - { $ref: '#/components/schemas/Named' }
        - { type: object, required: [kind], properties: { kind: { type: string, enum: [dog] }, barks: { type: boolean } } }
`,
    ),
  },
  {
    name: 'by hand, OpenAPI 3.1',
    document: openApi(
      '3.1.0',
      `
    Everything:
      type: object
      required: [id, state, point]
      properties:
        id: { type: string, format: uuid, readOnly: true }
        state: { const: open }
        reason: { type: [string, 'null'], maxLength: 200, examples: [late] }
        size: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 10.5, multipleOf: 0.25 }
        mixed: { type: [string, integer, boolean], enum: [a, 1, true] }
        list: { enum: [[1, 2], { a: 1, b: 2 }, null] }
        point: { type: array, prefixItems: [{ type: number }, { type: number }], items: false, minItems: 2 }
        some: { type: array, items: { type: integer }, contains: { minimum: 5 }, minContains: 1, maxContains: 3 }
        labels: { type: object, patternProperties: { '^x-': { type: string }, '^y-': { type: integer } }, additionalProperties: false }
        names: { type: object, propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: { type: integer } }
        card:
          type: object
          properties: { number: { type: string }, holder: { type: string }, zip: { type: string } }
          dependentRequired: { number: [holder, zip] }
          dependentSchemas: { holder: { properties: { zip: { minLength: 3 } } } }
        when:
          type: object
          properties: { country: { type: string }, zip: { type: string } }
          if: { properties: { country: { const: US } }, required: [country] }
          then: { properties: { zip: { pattern: '^[0-9]{5}$' } } }
          else: { properties: { zip: { maxLength: 10 } } }
        sealed:
          allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { age: { type: integer } } }]
          unevaluatedProperties: false
        child: { $ref: '#/components/schemas/Node', description: The next one. }
        never: false
        always: true
        unlike: { type: string, not: { enum: [none, nothing] } }
        bytes: { type: string, contentEncoding: base64, contentMediaType: image/png }
        either: { oneOf: [{ type: string, maxLength: 5 }, { type: integer, minimum: 0 }, { $ref: '#/components/schemas/Named' }] }
    Node:
      type: object
      required: [name]
      properties:
        name: { type: string }
        left: { $ref: '#/components/schemas/Node' }
        other: { $ref: '#/components/schemas/Leaf' }
    Leaf: { type: object, properties: { back: { $ref: '#/components/schemas/Node' }, value: { type: [integer, 'null'] } } }
    Named: { type: object, required: [name], properties: { name: { type: string }, nick: { type: string } } }
`,
    ),
  },
  { name: 'by hand, AsyncAPI 2.6', document: parse(asyncApi()) as JsonObject },
]

function openApi(version: string, schemas: string): JsonObject {
  return parse(`
openapi: ${version}
info: { title: Everything, version: 1.0.0 }
servers: [{ url: 'https://{region}.example.com/v1', variables: { region: { enum: [eu, us], default: eu } } }]
tags: [{ name: things }, { name: others }]
security: [{ key: [] }, { login: [read, write] }]
paths:
  /things/{thingId}:
    parameters: [{ $ref: '#/components/parameters/ThingId' }]
    get:
      operationId: getThing
      tags: [things, others]
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
        - { name: states, in: query, explode: false, schema: { type: array, items: { type: string, enum: [open, paid] } } }
        - { name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { name: { type: string }, size: { type: integer } } } }
        - { name: X-Trace, in: header, schema: { type: string, pattern: '^[0-9a-f]+$' } }
      responses:
        '200': { $ref: '#/components/responses/Thing' }
        4XX: { description: Refused., content: { application/problem+json: { schema: { type: object, properties: { detail: { type: string } } } } } }
        default: { description: Failed. }
    put:
      operationId: putThing
      tags: [things]
      requestBody: { $ref: '#/components/requestBodies/Thing' }
      responses: { '204': { description: Stored. } }
      callbacks:
        stored:
          '{$request.body#/callback}':
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Everything' } } } }
              responses: { '204': { description: Thanks. } }
components:
  parameters:
    ThingId: { name: thingId, in: path, required: true, schema: { type: string, format: uuid } }
  responses:
    Thing:
      description: A thing.
      headers:
        X-Rate: { required: true, schema: { type: integer, minimum: 0 } }
        ETag: { schema: { type: string } }
      content:
        application/json: { schema: { $ref: '#/components/schemas/Everything' } }
        text/plain: { schema: { type: string } }
  requestBodies:
    Thing:
      required: true
      content:
        application/json: { schema: { $ref: '#/components/schemas/Everything' } }
        multipart/form-data:
          schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, note: { type: string }, meta: { type: object, properties: { a: { type: integer }, b: { type: string } } } } }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://login.example.com/token', scopes: { read: Read., write: Write. } } } }
  schemas:${schemas}`) as JsonObject
}

function asyncApi(): string {
  return `
asyncapi: 2.6.0
info: { title: Events, version: 1.0.0 }
defaultContentType: application/json
servers:
  main: { url: 'broker.example.com:5671/events', protocol: amqps, security: [{ login: [] }] }
tags: [{ name: orders }]
channels:
  orders/{region}/placed:
    servers: [main]
    parameters: { region: { schema: { type: string, enum: [eu, us] } } }
    bindings: { amqp: { is: queue, queue: { name: placed, durable: true }, bindingVersion: 0.3.0 } }
    subscribe:
      operationId: orderPlaced
      tags: [{ name: orders }]
      message: { oneOf: [{ $ref: '#/components/messages/Placed' }, { $ref: '#/components/messages/Changed' }] }
  orders/commands:
    publish:
      operationId: placeOrder
      message:
        name: PlaceOrder
        correlationId: { location: '$message.header#/correlation' }
        headers: { type: object, required: [correlation], properties: { correlation: { type: string }, retries: { type: integer } } }
        payload: { $ref: '#/components/schemas/Order' }
components:
  messages:
    Placed: { name: Placed, payload: { $ref: '#/components/schemas/Order' } }
    Changed: { name: Changed, contentType: application/json, payload: { type: object, required: [id], properties: { id: { type: string }, state: { enum: [paid, shipped] }, note: { type: [string, 'null'] } } } }
  schemas:
    Order:
      type: object
      required: [sku, quantity]
      properties: { sku: { type: string, minLength: 1, maxLength: 40 }, quantity: { type: integer, minimum: 1 }, parent: { $ref: '#/components/schemas/Order' } }
  securitySchemes:
    login: { type: userPassword }
`
}
