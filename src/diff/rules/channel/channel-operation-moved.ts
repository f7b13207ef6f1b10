import { defineDiffRule } from '../../rule.js'
import { document3 } from './example.js'

function moved(channel: string): string {
  return document3(`channels:
  orders: { address: orders, messages: { placed: { payload: { type: object } } } }
  news: { address: news, messages: { placed: { payload: { type: object } } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/${channel}' } }`)
}

export const channelOperationMoved = defineDiffRule({
  code: 'TK3213',
  name: 'channel-operation-moved',
  category: 'structural',
  claims: ['channel-operation.channel:changed'],
  summary: 'An operation uses another channel.',
  message: '`{operation}` moved from `{from}` to `{to}`',
  help: 'Use both channels until {next}.',
  why: 'The operation has kept its name, but whoever uses the old channel sends into the void or waits in vain.',
  example: {
    before: moved('orders'),
    after: moved('news'),
    finds: ['breaking channel-operation-moved send news: `orderPlaced` moved from `orders` to `news`'],
  },
  judge: ({ after, from, to }) => ({
    level: 'breaking',
    params: { operation: after?.id ?? '', from: String(from), to: String(to) },
  }),
})
