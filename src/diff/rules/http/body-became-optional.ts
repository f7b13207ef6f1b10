import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const bodyBecameOptional = defineDiffRule({
  code: 'TK3123',
  name: 'body-became-optional',
  category: 'structural',
  claims: ['body.required:unset'],
  summary: 'A body that had to be there may be left out now.',
  message: 'the body of the request became optional',
  help: 'Keep sending it until {next}.',
  why: 'Callers who send a body are served as before. In what the API sends itself, to a webhook, readers relied on it.',
  example: {
    before: createOrder('requestBody: { required: true, content: { application/json: { schema: { type: object } } } }'),
    after: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    finds: ['info body-became-optional POST /orders: the body of the request became optional'],
  },
  judge: ({ place }) => ({ level: polarityAt(place) === 'input' ? 'info' : 'breaking', params: {} }),
})
