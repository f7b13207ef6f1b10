import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { placeOrder } from './example.js'

export const messagePayloadAdded = defineDiffRule({
  code: 'TK3222',
  name: 'message-payload-added',
  directional: true,
  category: 'structural',
  claims: ['message.payload:added'],
  summary: 'A message of which nothing was said has a payload that must look a certain way.',
  message: 'the payload of `{message}` is described now, and was anything before',
  help: 'Describe what was sent until now, and narrow it in {next}.',
  why: 'Without a schema anything goes. A schema that comes refuses what it does not describe; of what the API sends it is a promise more.',
  example: {
    before: placeOrder('message: { name: order, contentType: application/json }'),
    after: placeOrder('message: { name: order, contentType: application/json, payload: { type: object } }'),
    finds: [
      'breaking consumed-message-payload-added receive orders: the payload of `order` is described now, and was anything before',
    ],
  },
  judge: ({ before, after, place: { direction = 'published' } }, { head }) => {
    // A schema that says nothing is as good as none.
    if (acceptsAnything(after?.payload, head.schemas)) return undefined
    return {
      level: polarityOf(direction) === 'input' ? 'breaking' : 'info',
      params: { message: after?.name ?? before?.name ?? '' },
    }
  },
})
