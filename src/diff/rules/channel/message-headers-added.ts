import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { placeOrder } from './example.js'

export const messageHeadersAdded = defineDiffRule({
  code: 'TK3224',
  name: 'message-headers-added',
  directional: true,
  category: 'structural',
  claims: ['message.headers:added'],
  summary: 'Headers of which nothing was said must look a certain way.',
  message: 'the headers of `{message}` are described now, and were anything before',
  help: 'Describe what was sent until now, and narrow it in {next}.',
  why: 'Without a schema anything goes. A schema that comes refuses what it does not describe; of what the API sends it is a promise more.',
  example: {
    before: placeOrder('message: { name: order, contentType: application/json }'),
    after: placeOrder(
      'message: { name: order, contentType: application/json, headers: { type: object, required: [shop] } }',
    ),
    finds: [
      'breaking consumed-message-headers-added receive orders: the headers of `order` are described now, and were anything before',
    ],
  },
  judge: ({ before, after, place: { direction = 'published' } }, { head }) => {
    // A schema that says nothing is as good as none.
    if (acceptsAnything(after?.headers, head.schemas)) return undefined
    return {
      level: polarityOf(direction) === 'input' ? 'breaking' : 'info',
      params: { message: after?.name ?? before?.name ?? '' },
    }
  },
})
