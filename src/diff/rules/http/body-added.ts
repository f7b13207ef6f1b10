import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const bodyAdded = defineDiffRule({
  code: 'TK3120',
  name: 'body-added',
  category: 'structural',
  claims: ['body:added'],
  summary: 'A request has a body that had none before.',
  message: 'the request has {required} body now',
  help: 'Make the body optional until {next}.',
  why: 'Callers who know of no body send none: when it is required they are refused, else they are served as before.',
  example: {
    before: createOrder(),
    after: createOrder('requestBody: { required: true, content: { application/json: { schema: { type: object } } } }'),
    finds: ['breaking body-added POST /orders: the request has a required body now'],
  },
  judge: ({ after, place }) => ({
    level: after?.required && polarityAt(place) === 'input' ? 'breaking' : 'info',
    params: { required: after?.required ? 'a required' : 'an optional' },
  }),
})
