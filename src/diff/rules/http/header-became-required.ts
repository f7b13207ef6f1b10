import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { ownerOf } from './header-added.js'
import { polarityAt } from './polarity.js'

export const headerBecameRequired = defineDiffRule({
  code: 'TK3147',
  name: 'header-became-required',
  directional: true,
  category: 'structural',
  claims: ['header.required:set'],
  summary: 'A header that could be left out must be there now.',
  message: 'the header `{name}` of the {of} became required',
  help: 'Keep it optional until {next}.',
  why: 'Of what the API sends it is a promise more. Where it reads the answer, of a webhook or a part of a request, those without the header are refused now.',
  example: {
    before: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { schema: { type: integer } } } } }",
    ),
    after: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { required: true, schema: { type: integer } } } } }",
    ),
    finds: [
      'info response-header-became-required GET /orders: the header `X-Total` of the response 204 became required',
    ],
  },
  judge: ({ after, place }) => ({
    level: polarityAt(place) === 'input' ? 'breaking' : 'info',
    params: { name: after?.name ?? '', of: ownerOf(place.location) },
  }),
})
