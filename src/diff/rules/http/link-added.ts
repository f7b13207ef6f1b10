import { defineDiffRule } from '../../rule.js'
import { linked } from './link-example.js'

export const linkAdded = defineDiffRule({
  code: 'TK3150',
  name: 'link-added',
  category: 'structural',
  claims: ['link:added'],
  summary: 'An answer says for the first time where to go from there.',
  message: 'the link `{name}` is new',
  why: 'A link says how to call another operation with what the answer holds. Nothing on the wire changes.',
  example: {
    before: linked(''),
    after: linked("order: { operationId: getOrder, parameters: { id: '$response.body#/id' } }"),
    finds: ['info link-added POST /orders: the link `order` is new'],
  },
  judge: ({ after }) => ({ level: 'info', params: { name: after?.name ?? '' } }),
})
