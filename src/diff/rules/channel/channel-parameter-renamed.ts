import { defineDiffRule } from '../../rule.js'
import { document2 } from './example.js'

export const channelParameterRenamed = defineDiffRule({
  code: 'TK3205',
  name: 'channel-parameter-renamed',
  category: 'structural',
  claims: ['channel-parameter.name:changed'],
  summary: 'A parameter of an address has another name.',
  message: 'the parameter `{from}` of the address is called `{to}` now',
  why: 'The name is not on the wire: the same texts stand in the same place. Only generated code names its arguments by it.',
  example: {
    before: document2(`channels:
  orders.{shop}:
    parameters: { shop: { schema: { type: string } } }
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }`),
    after: document2(`channels:
  orders.{shopId}:
    parameters: { shopId: { schema: { type: string } } }
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }`),
    finds: [
      'info channel-parameter-renamed send orders.{shopId}: the parameter `shop` of the address is called `shopId` now',
    ],
  },
  judge: ({ from, to, before, after }) => ({
    level: 'info',
    params: { from: String(from), to: String(to) },
    ...(before && { before: { at: before.at, part: 'key' } }),
    ...(after && { after: { at: after.at, part: 'key' } }),
  }),
})
