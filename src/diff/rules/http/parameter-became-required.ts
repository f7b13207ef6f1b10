import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterBecameRequired = defineDiffRule({
  code: 'TK3110',
  name: 'parameter-became-required',
  category: 'structural',
  claims: ['parameter.required:set'],
  summary: 'A parameter that could be left out must be there now.',
  message: 'the {in} parameter `{name}` became required',
  help: 'Keep it optional with a default until {next}.',
  why: 'Requests that leave the parameter out were served before and are refused now. In what the API sends itself, to a webhook, it is a promise more, and breaks nobody.',
  example: {
    before: listOrders('parameters: [{ name: state, in: query, schema: { type: string } }]'),
    after: listOrders('parameters: [{ name: state, in: query, required: true, schema: { type: string } }]'),
    finds: ['breaking parameter-became-required GET /orders: the query parameter `state` became required'],
  },
  judge: ({ after, place }) => ({
    level: polarityAt(place) === 'input' ? 'breaking' : 'info',
    params: { in: after?.in ?? '', name: after?.name ?? '' },
  }),
})
