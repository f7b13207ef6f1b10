import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { gone } from './gone.js'
import { polarityAt } from './polarity.js'

export const bodyRemoved = defineDiffRule({
  code: 'TK3121',
  name: 'body-removed',
  category: 'structural',
  claims: ['body:removed'],
  summary: 'A request has no body any more.',
  message: 'the body of the request was removed{effect}',
  help: 'Keep taking it until {next}.',
  why: 'Requests with a body are served, but nobody looks at it. In what the API sends itself, to a webhook, readers miss what they were sent.',
  example: {
    before: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    after: createOrder(),
    finds: ['warning body-removed POST /orders: the body of the request was removed and is ignored now'],
  },
  judge: ({ before, place }, context) => {
    const isRead = polarityAt(place) === 'input'
    return {
      ...gone(isRead ? 'warning' : 'breaking', [before, place.operation?.before], context),
      params: { effect: isRead ? ' and is ignored now' : '' },
    }
  },
})
