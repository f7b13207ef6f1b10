import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { ownerOf } from './header-added.js'
import { polarityAt } from './polarity.js'

export const headerBecameOptional = defineDiffRule({
  code: 'TK3148',
  name: 'header-became-optional',
  directional: true,
  category: 'structural',
  claims: ['header.required:unset'],
  summary: 'A header that was always there may be missing now.',
  message: 'the header `{name}` of the {of} became optional',
  help: 'Keep sending it until {next}.',
  why: 'Readers relied on the header and may miss it now. Where the API reads it, nobody has to send it any more.',
  example: {
    before: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { required: true, schema: { type: integer } } } } }",
    ),
    after: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { schema: { type: integer } } } } }",
    ),
    finds: [
      'breaking response-header-became-optional GET /orders: the header `X-Total` of the response 204 became optional',
    ],
  },
  judge: ({ after, place }) => ({
    level: polarityAt(place) === 'input' ? 'info' : 'breaking',
    params: { name: after?.name ?? '', of: ownerOf(place.location) },
  }),
})
