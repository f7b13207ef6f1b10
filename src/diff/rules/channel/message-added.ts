import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'

export const messageAdded = defineDiffRule({
  code: 'TK3220',
  name: 'message-added',
  directional: true,
  category: 'structural',
  claims: ['message:added'],
  summary: 'A message goes over a channel that did not before.',
  message: 'the message `{message}` {what}',
  help: 'Send it on a channel of its own, or on this one only to those who have asked for it, until {next}.',
  why: 'Those who listen to a channel know the messages that the contract names, and meet one that they cannot read. A message that the API accepts in addition breaks nobody.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe:
      operationId: orderChanged
      message:
        oneOf:
          - { name: placed, payload: { type: object } }
          - { name: paid, payload: { type: object } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    subscribe:
      operationId: orderChanged
      message:
        oneOf:
          - { name: placed, payload: { type: object } }
          - { name: paid, payload: { type: object } }
          - { name: lost, payload: { type: array } }
`,
    finds: [
      'breaking published-message-added send orders: the message `lost` is sent now, and nobody who listens knows it',
    ],
  },
  judge: ({ after, place: { direction = 'published' } }) => {
    const isSent = polarityOf(direction) === 'output'
    return {
      level: isSent ? 'breaking' : 'info',
      params: {
        message: after?.name ?? '',
        what: isSent ? 'is sent now, and nobody who listens knows it' : 'is accepted now',
      },
    }
  },
})
