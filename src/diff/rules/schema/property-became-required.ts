import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'

export const propertyBecameRequired = defineDiffRule({
  code: 'TK3012',
  name: 'property-became-required',
  directional: true,
  category: 'structural',
  claims: ['schema.required:added'],
  summary: 'A member that could be left out must be there now.',
  message: '`{property}` became required',
  help: 'Give it a default on the server, or make it optional until {next}.',
  why: 'Callers that leave the member out were served before and are refused now. In what the API sends it is a promise more, and breaks nobody.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: { sku: { type: string }, quantity: { type: integer } }
      responses: { '204': { description: Created. } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [sku]
              properties: { sku: { type: string }, quantity: { type: integer } }
      responses: { '204': { description: Created. } }
`,
    finds: ['breaking request-property-became-required POST /orders: `sku` became required'],
  },
  judge: ({ member = '', effect }) => ({ ...byEffect(effect), params: { property: member } }),
})
