import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { gone } from './gone.js'

export const mediaTypeRemoved = defineDiffRule({
  code: 'TK3125',
  name: 'media-type-removed',
  directional: true,
  category: 'structural',
  claims: ['media-type:removed'],
  summary: 'A media type is not there any more.',
  message: '`{mediaType}` was removed from the {location}',
  help: 'Keep it until {next}.',
  why: 'A body of that type is refused now (415), and a caller who accepts no other answer gets none (406). What the API sends without being asked is sent in fewer types: no reader is broken by that.',
  example: {
    before: createOrder(
      'requestBody: { content: { application/json: { schema: { type: object } }, application/xml: { schema: { type: object } } } }',
    ),
    after: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    finds: ['breaking request-media-type-removed POST /orders: `application/xml` was removed from the request body'],
  },
  judge: ({ before, after, place }, context) => {
    // Something else stands in for it: see `media-type-replaced`.
    if (after) return undefined
    return {
      ...gone(place.direction === 'published' ? 'info' : 'breaking', [before, place.operation?.before], context),
      params: { mediaType: before?.mediaType ?? '', location: place.location ?? 'body' },
    }
  },
})
