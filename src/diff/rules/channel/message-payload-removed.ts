import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { orderPlaced } from './example.js'

export const messagePayloadRemoved = defineDiffRule({
  code: 'TK3223',
  name: 'message-payload-removed',
  directional: true,
  category: 'structural',
  claims: ['message.payload:removed'],
  summary: 'Of a payload that had to look a certain way nothing is said any more.',
  message: 'the payload of `{message}` is not described any more, and may be anything',
  help: 'Keep the schema until {next}.',
  why: 'Without a schema anything goes. Whoever reads what the API sends relies on what was promised; whoever sends to the API can only send more.',
  example: {
    before: orderPlaced('message: { name: order, contentType: application/json, payload: { type: object } }'),
    after: orderPlaced('message: { name: order, contentType: application/json }'),
    finds: [
      'breaking published-message-payload-removed send orders: the payload of `order` is not described any more, and may be anything',
    ],
  },
  judge: ({ before, after, place: { direction = 'published' } }, { base }) => {
    // A schema that says nothing is as good as none.
    if (acceptsAnything(before?.payload, base.schemas)) return undefined
    return {
      level: polarityOf(direction) === 'output' ? 'breaking' : 'info',
      params: { message: after?.name ?? before?.name ?? '' },
    }
  },
})
