import { covers } from '../../http/media-type.js'
import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'

export const mediaTypeAdded = defineDiffRule({
  code: 'TK3124',
  name: 'media-type-added',
  directional: true,
  category: 'structural',
  claims: ['media-type:added'],
  summary: 'There is a media type that was not there before.',
  message: '`{mediaType}` is new in the {location}',
  help: 'Send it only to readers who asked for it.',
  why: 'A caller who does not know the media type does not send it and does not ask for it in `Accept`. A reader of what the API sends without being asked, such as a webhook, cannot choose: it may get what it cannot read.',
  example: {
    before: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    after: createOrder(
      'requestBody: { content: { application/json: { schema: { type: object } }, application/yaml: { schema: { type: object } } } }',
    ),
    finds: ['info request-media-type-added POST /orders: `application/yaml` is new in the request body'],
  },
  judge: ({ before, after, place }) => {
    const mediaType = after?.mediaType ?? ''
    const isKnown = before !== undefined && covers(before.mediaType, mediaType)
    return {
      level: place.direction === 'published' && !isKnown ? 'breaking' : 'info',
      params: { mediaType, location: place.location ?? 'body' },
    }
  },
})
