import { document } from './example.js'

/** `GET /orders` with these requirements, and three schemes to choose from. */
export function secured(security: string): string {
  return document(
    `paths:
  /orders:
    get:
      operationId: listOrders
      security: ${security}
      responses: { '204': { description: None. } }`,
    schemes(),
  )
}

export function schemes(key = '{ type: apiKey, in: header, name: X-Api-Key }'): string {
  return `components:
  securitySchemes:
    key: ${key}
    token: { type: http, scheme: bearer }
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://login.example.com/token
          scopes: { read: Read., write: Write. }`
}

/** \`GET /orders\` with OAuth by these flows. */
export function withFlows(flows: string): string {
  return document(
    `paths:
  /orders:
    get:
      operationId: listOrders
      security: [{ login: [] }]
      responses: { '204': { description: None. } }`,
    `components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        ${flows.split('\n').join('\n        ')}`,
  )
}
