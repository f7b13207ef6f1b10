import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterBecameOptional = defineDiffRule({
  code: 'TK3111',
  name: 'parameter-became-optional',
  category: 'structural',
  claims: ['parameter.required:unset'],
  summary: 'A parameter that had to be there may be left out now.',
  message: 'the {in} parameter `{name}` became optional',
  help: 'Keep sending it until {next}.',
  why: 'Callers who send the parameter are served as before. In what the API sends itself, to a webhook, readers relied on it and may miss it now.',
  example: {
    before: listOrders('parameters: [{ name: state, in: query, required: true, schema: { type: string } }]'),
    after: listOrders('parameters: [{ name: state, in: query, schema: { type: string } }]'),
    finds: ['info parameter-became-optional GET /orders: the query parameter `state` became optional'],
  },
  judge: ({ after, place }) => ({
    level: polarityAt(place) === 'input' ? 'info' : 'breaking',
    params: { in: after?.in ?? '', name: after?.name ?? '' },
  }),
})
