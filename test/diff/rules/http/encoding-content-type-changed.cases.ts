import { encodingContentTypeChanged } from '../../../../src/diff/rules/http/encoding-content-type-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: encodingContentTypeChanged.example.before,
    after: encodingContentTypeChanged.example.after,
    finds: [
      'breaking structural request-encoding-content-type-changed 11:47 → 11:47: the field `photo` of the request body is sent as `image/png`, not as `image/jpeg, image/png` any more',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: encodingContentTypeChanged.example.after,
    after: encodingContentTypeChanged.example.before,
    finds: [
      'info structural request-encoding-content-type-changed 11:47 → 11:47: the field `photo` of the request body is sent as `image/jpeg, image/png`, not as `image/png` any more',
    ],
  },
  {
    title: 'is ignored where a style is written out',
    before: styled('{ type: object, properties: { a: { type: string } } }'),
    after: styled('{ anyOf: [{ type: object, properties: { a: { type: string } } }, { enum: [""] }] }'),
    finds: [],
  },
]

function styled(data: string): string {
  return `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { data: ${data} } }
            encoding: { data: { style: deepObject, explode: true } }
      responses: { '204': { description: Done. } }
`
}
