import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { orderPlaced } from './example.js'

export const messageCorrelationIdMoved = defineDiffRule({
  code: 'TK3229',
  name: 'message-correlation-id-moved',
  directional: true,
  category: 'structural',
  claims: ['message.correlationId:added', 'message.correlationId:removed', 'message.correlationId:changed'],
  summary: 'What ties a message to another one is found somewhere else in it.',
  message: 'the correlation id of `{message}` {what}',
  help: 'Write it in both places until {next}.',
  why: 'Whoever waits for an answer finds it by the correlation id, and looks for that in the place that the contract names. An id that the API asks for in addition is missing in what others send today.',
  example: {
    before: orderPlaced(
      "message: { name: order, correlationId: { location: '$message.header#/id' }, payload: { type: object } }",
    ),
    after: orderPlaced(
      "message: { name: order, correlationId: { location: '$message.payload#/id' }, payload: { type: object } }",
    ),
    finds: [
      'breaking published-message-correlation-id-moved send orders: the correlation id of `order` moved from `$message.header#/id` to `$message.payload#/id`',
    ],
  },
  judge: ({ action, from, to, before, after, place: { direction = 'published' } }) => {
    const isSent = polarityOf(direction) === 'output'
    const params = { message: after?.name ?? before?.name ?? '' }
    switch (action) {
      case 'added':
        return { level: isSent ? 'info' : 'warning', params: { ...params, what: `is at \`${String(to)}\` now` } }
      case 'removed':
        return {
          level: isSent ? 'breaking' : 'info',
          params: { ...params, what: `is not at \`${String(from)}\` any more` },
        }
      default:
        return {
          level: 'breaking',
          params: { ...params, what: `moved from \`${String(from)}\` to \`${String(to)}\`` },
        }
    }
  },
})
