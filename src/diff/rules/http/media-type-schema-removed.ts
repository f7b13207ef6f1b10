import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { polarityAt } from './polarity.js'

export const mediaTypeSchemaRemoved = defineDiffRule({
  code: 'TK3128',
  name: 'media-type-schema-removed',
  directional: true,
  category: 'structural',
  claims: ['media-type.schema:removed', 'media-type.itemSchema:removed', 'header.schema:removed'],
  summary: 'What had a schema may be anything now.',
  message: 'the {location} has no schema any more and may be anything',
  help: 'Keep saying what is sent.',
  why: 'Nothing is promised any more about what the API sends, and nothing can be compared from here on. What it reads may be anything, which refuses nobody.',
  example: {
    before: operation(
      'get /orders',
      'listOrders',
      "responses: { '200': { description: Orders., content: { application/json: { schema: { type: array } } } } }",
    ),
    after: operation(
      'get /orders',
      'listOrders',
      "responses: { '200': { description: Orders., content: { application/json: {} } } }",
    ),
    finds: [
      'warning response-media-type-schema-removed GET /orders: the response 200 has no schema any more and may be anything',
    ],
  },
  judge: ({ node, before, after, place }) => {
    if (node === 'header' && (before?.content || after?.content)) return undefined
    return {
      level: polarityAt(place) === 'input' ? 'info' : 'warning',
      params: { location: place.location ?? 'body' },
    }
  },
})
