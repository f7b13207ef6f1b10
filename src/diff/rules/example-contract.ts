/** The contract of an example: one operation, with a schema for what it asks for or for what it answers. */
export function exampleContract(payload: {
  readonly request?: string
  readonly response?: string
  /** Named schemas, as members of a map. */
  readonly schemas?: string
}): string {
  const { request, response, schemas } = payload
  const body =
    request === undefined
      ? ''
      : `      requestBody:
        required: true
        content:
          application/json:
            schema: ${request}
`
  const answer =
    response === undefined
      ? `        '204': { description: Done. }
`
      : `        '200':
          description: Done.
          content:
            application/json:
              schema: ${response}
`
  const named = schemas === undefined ? '' : `components:\n  schemas:\n${schemas.replace(/^/gm, '    ')}\n`
  return `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
${body}      responses:
${answer}${named}`
}
