import { defineDiffRule } from '../../rule.js'
import { document2 } from './example.js'

function placed(location: string): string {
  return document2(`channels:
  orders.{shop}:
    parameters: { shop: { schema: { type: string }, location: '${location}' } }
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }`)
}

export const channelParameterLocationChanged = defineDiffRule({
  code: 'TK3206',
  name: 'channel-parameter-location-changed',
  category: 'structural',
  claims: [
    'channel-parameter.location:added',
    'channel-parameter.location:removed',
    'channel-parameter.location:changed',
  ],
  summary: 'The value of a parameter is found somewhere else in the message.',
  message: 'the value of `{parameter}` {what}',
  help: 'Keep the value where it was, too, until {next}.',
  why: 'Whoever routes messages by a value in them looks for it in the place that the contract names. Where the contract names a place that it did not before, nobody has relied on another.',
  example: {
    before: placed('$message.payload#/shop'),
    after: placed('$message.header#/shop'),
    finds: [
      'breaking channel-parameter-location-changed send orders.{shop}: the value of `shop` moved from `$message.payload#/shop` to `$message.header#/shop`',
    ],
  },
  judge: ({ action, from, to, after, before }) => ({
    level: action === 'added' ? 'info' : action === 'removed' ? 'warning' : 'breaking',
    params: {
      parameter: after?.name ?? before?.name ?? '',
      what:
        action === 'added'
          ? `is said to be at \`${String(to)}\``
          : action === 'removed'
            ? `is not said to be at \`${String(from)}\` any more`
            : `moved from \`${String(from)}\` to \`${String(to)}\``,
    },
  }),
})
