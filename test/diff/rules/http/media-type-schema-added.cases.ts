import { createOrder, operation } from '../../../../src/diff/rules/http/example.js'
import { mediaTypeSchemaAdded } from '../../../../src/diff/rules/http/media-type-schema-added.js'
import type { RuleCase } from '../support/rule-cases.js'

const header = (text: string) =>
  operation(
    'get /orders',
    'listOrders',
    `responses: { '204': { description: None., headers: { X-Page: { ${text} } } } }`,
  )

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: mediaTypeSchemaAdded.example.before,
    after: mediaTypeSchemaAdded.example.after,
    finds: [
      'breaking structural request-media-type-schema-added 7:51 → 7:61: the request body has a schema now, where anything went before',
    ],
  },
  {
    title: 'is told of a header that is described now',
    before: header('description: A page.'),
    after: header('schema: { type: integer }'),
    finds: [
      'info structural response-media-type-schema-added 7:68 → 7:78: the header `X-Page` of response 204 has a schema now, where anything went before',
    ],
  },
  {
    title: 'is told of a schema that takes anything',
    before: createOrder('requestBody: { content: { application/json: {} } }'),
    after: createOrder('requestBody: { content: { application/json: { schema: {} } } }'),
    finds: [
      'info structural request-media-type-schema-added 7:51 → 7:61: the request body has a schema now, where anything went before',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: mediaTypeSchemaAdded.example.after,
    after: mediaTypeSchemaAdded.example.before,
    finds: [],
  },
]
