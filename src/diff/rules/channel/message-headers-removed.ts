import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { orderPlaced } from './example.js'

export const messageHeadersRemoved = defineDiffRule({
  code: 'TK3225',
  name: 'message-headers-removed',
  directional: true,
  category: 'structural',
  claims: ['message.headers:removed'],
  summary: 'Of headers that had to look a certain way nothing is said any more.',
  message: 'the headers of `{message}` are not described any more, and may be anything',
  help: 'Keep the schema until {next}.',
  why: 'Without a schema anything goes. Whoever reads what the API sends relies on what was promised; whoever sends to the API can only send more.',
  example: {
    before: orderPlaced(
      'message: { name: order, contentType: application/json, headers: { type: object, required: [shop] } }',
    ),
    after: orderPlaced('message: { name: order, contentType: application/json }'),
    finds: [
      'breaking published-message-headers-removed send orders: the headers of `order` are not described any more, and may be anything',
    ],
  },
  judge: ({ before, after, place: { direction = 'published' } }, { base }) => {
    // A schema that says nothing is as good as none.
    if (acceptsAnything(before?.headers, base.schemas)) return undefined
    return {
      level: polarityOf(direction) === 'output' ? 'breaking' : 'info',
      params: { message: after?.name ?? before?.name ?? '' },
    }
  },
})
