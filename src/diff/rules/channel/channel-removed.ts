import { levels } from '../../report.js'
import { defineDiffRule } from '../../rule.js'
import { removalLevel } from '../removal.js'
import { channelName } from './channel-name.js'
import { isUsed } from './used-channels.js'

export const channelRemoved = defineDiffRule({
  code: 'TK3201',
  name: 'channel-removed',
  category: 'structural',
  claims: ['channel:removed'],
  summary: 'A channel is gone.',
  message: 'the channel `{channel}` is gone',
  help: 'Keep the channel until {next}, and tell those who use it where to go.',
  why: 'Whoever sends to the channel is not heard any more, and whoever listens to it waits in vain. A channel that no operation uses is only a warning: the contract never said that something happens there.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders.placed:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
  orders.cancelled:
    subscribe: { operationId: orderCancelled, message: { payload: { type: object } } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders.placed:
    subscribe: { operationId: orderPlaced, message: { payload: { type: object } } }
`,
    finds: ['breaking channel-removed send orders.cancelled: the channel `orders.cancelled` is gone'],
  },
  judge: ({ before, place: { reaches = [] } }, context) => {
    const params = { channel: channelName(before) }
    if (before && !isUsed(before, context.base)) return { level: 'warning', params }
    // The channel stays as long as one of its operations does.
    const judged = (reaches.length > 0 ? reaches : [before]).map((removed) => removalLevel([removed, before], context))
    const worst = judged.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))[0]
    return { ...(worst ?? { level: 'breaking' }), params }
  },
})
