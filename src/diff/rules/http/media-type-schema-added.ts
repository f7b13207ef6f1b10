import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const mediaTypeSchemaAdded = defineDiffRule({
  code: 'TK3127',
  name: 'media-type-schema-added',
  directional: true,
  category: 'structural',
  claims: ['media-type.schema:added', 'media-type.itemSchema:added', 'header.schema:added'],
  summary: 'What could be anything has a schema now.',
  message: 'the {location} has a schema now, where anything went before',
  help: 'Leave the schema open until {next}, and refuse nothing that it does not describe.',
  why: 'Without a schema every body is accepted; one that comes refuses some of them. Of what the API sends it is a promise more, and breaks nobody.',
  example: {
    before: createOrder('requestBody: { content: { application/json: {} } }'),
    after: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    finds: [
      'breaking request-media-type-schema-added POST /orders: the request body has a schema now, where anything went before',
    ],
  },
  judge: ({ node, after, place }, { head }) => {
    const kind = node === 'header' ? 'text' : 'value'
    // A header that has a media type now: see `header-notation-changed`.
    if (node === 'header' && (after?.content || !after?.schema)) return undefined
    const isOpen = polarityAt(place) === 'output' || acceptsAnything(after?.schema, head.schemas, kind)
    return { level: isOpen ? 'info' : 'breaking', params: { location: place.location ?? 'body' } }
  },
})
