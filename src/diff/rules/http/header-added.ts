import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { polarityAt } from './polarity.js'

export const headerAdded = defineDiffRule({
  code: 'TK3145',
  name: 'header-added',
  directional: true,
  category: 'structural',
  claims: ['header:added'],
  summary: 'There is a header that was not there before.',
  message: 'the {required} header `{name}` is new in the {of}',
  help: 'Make it optional until {next}.',
  why: 'Nobody who reads answers today looks at the header. Where the API reads the answer, of a webhook, a required header that nobody sends yet refuses it.',
  example: {
    before: operation('get /orders', 'listOrders', "responses: { '204': { description: None. } }"),
    after: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { schema: { type: integer } } } } }",
    ),
    finds: ['info response-header-added GET /orders: the optional header `X-Total` is new in the response 204'],
  },
  judge: ({ after, place }) => ({
    level: after?.required && polarityAt(place) === 'input' ? 'breaking' : 'info',
    params: {
      required: after?.required ? 'required' : 'optional',
      name: after?.name ?? '',
      of: ownerOf(place.location),
    },
  }),
})

/** What a header belongs to: `response 204`. */
export function ownerOf(location = ''): string {
  return location.slice(location.indexOf(' of ') + 4)
}
