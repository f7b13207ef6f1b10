import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const bodyBecameRequired = defineDiffRule({
  code: 'TK3122',
  name: 'body-became-required',
  category: 'structural',
  claims: ['body.required:set'],
  summary: 'A body that could be left out must be there now.',
  message: 'the body of the request became required',
  help: 'Take requests without a body until {next}.',
  why: 'Requests without a body were served before and are refused now. In what the API sends itself it is a promise more.',
  example: {
    before: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    after: createOrder('requestBody: { required: true, content: { application/json: { schema: { type: object } } } }'),
    finds: ['breaking body-became-required POST /orders: the body of the request became required'],
  },
  judge: ({ place }) => ({ level: polarityAt(place) === 'input' ? 'breaking' : 'info', params: {} }),
})
