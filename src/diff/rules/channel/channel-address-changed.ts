import { defineDiffRule } from '../../rule.js'

export const channelAddressChanged = defineDiffRule({
  code: 'TK3202',
  name: 'channel-address-changed',
  category: 'structural',
  claims: ['channel.address:added', 'channel.address:removed', 'channel.address:changed'],
  summary: 'A channel has another address in the broker.',
  message: 'the channel `{channel}` moved from {from} to {to}',
  help: 'Send to both addresses and listen on both until {next}.',
  why: 'The address is what is on the wire: a topic, a queue, a path. Whoever uses the old one sends into the void or waits in vain. The key of the channel and the names of its parameters are names in the document alone; changing those is no change.',
  example: {
    before: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed:
    address: orders.placed
    messages: { placed: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`,
    after: `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  placed:
    address: orders.v2.placed
    messages: { placed: { payload: { type: object } } }
operations:
  orderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
`,
    finds: [
      'breaking channel-address-changed send placed: the channel `placed` moved from `orders.placed` to `orders.v2.placed`',
    ],
  },
  judge: ({ before, after, from, to }) => {
    const named = (address: unknown): string =>
      typeof address === 'string' ? `\`${address}\`` : 'an address that is only known at run time'
    return {
      level: 'breaking',
      params: { channel: after?.key ?? '', from: named(from), to: named(to) },
      // In AsyncAPI 2 the address is the key.
      ...(before?.key === before?.address && before && { before: { at: before.at, part: 'key' } }),
      ...(after?.key === after?.address && after && { after: { at: after.at, part: 'key' } }),
    }
  },
})
