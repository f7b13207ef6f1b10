import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { gone } from './gone.js'
import { ownerOf } from './header-added.js'
import { polarityAt } from './polarity.js'

export const headerRemoved = defineDiffRule({
  code: 'TK3146',
  name: 'header-removed',
  directional: true,
  category: 'structural',
  claims: ['header:removed'],
  summary: 'A header is not declared any more.',
  message: 'the {required} header `{name}` was removed from the {of}',
  help: 'Keep sending it until {next}.',
  why: 'Readers who were promised the header miss it; those who could not rely on it may still have used it.',
  example: {
    before: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Total: { required: true, schema: { type: integer } } } } }",
    ),
    after: operation('get /orders', 'listOrders', "responses: { '204': { description: None. } }"),
    finds: [
      'breaking response-header-removed GET /orders: the required header `X-Total` was removed from the response 204',
    ],
  },
  judge: ({ before, place }, context) => ({
    ...gone(
      before?.required && polarityAt(place) === 'output' ? 'breaking' : 'warning',
      [before, place.operation?.before],
      context,
    ),
    params: {
      required: before?.required ? 'required' : 'optional',
      name: before?.name ?? '',
      of: ownerOf(place.location),
    },
  }),
})
