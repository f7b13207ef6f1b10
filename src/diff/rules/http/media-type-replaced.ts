import type { Place } from '../../edit/edit.js'
import { covers } from '../../http/media-type.js'
import type { Level } from '../../report.js'
import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const mediaTypeReplaced = defineDiffRule({
  code: 'TK3126',
  name: 'media-type-replaced',
  directional: true,
  category: 'structural',
  claims: ['media-type:removed'],
  summary: 'A media type became a range, a narrower one or another name of the same syntax.',
  message: '`{from}` became `{to}` in the {location}',
  help: 'Declare both until {next}.',
  why: 'A reader who takes a range takes all that falls under it; a sender who promises a range promises none of it. Another name of the same syntax (`application/json`, `application/vnd.acme.order+json`) breaks whoever goes by the name, and nobody who goes by the syntax.',
  example: {
    before: createOrder('requestBody: { content: { application/json: { schema: { type: object } } } }'),
    after: createOrder("requestBody: { content: { 'application/*': { schema: { type: object } } } }"),
    finds: [
      'info request-media-type-replaced POST /orders: `application/json` became `application/*` in the request body',
    ],
  },
  judge: ({ before, after, place }) => {
    if (!before || !after) return undefined
    const [from, to] = [before.mediaType, after.mediaType]
    return { level: levelOf(from, to, place), params: { from, to, location: place.location ?? 'body' } }
  },
})

function levelOf(from: string, to: string, place: Place): Level {
  const isInput = polarityAt(place) === 'input'
  if (covers(to, from)) return isInput ? 'info' : 'breaking'
  if (covers(from, to)) return isInput ? 'breaking' : 'info'
  return isInput ? 'breaking' : 'warning'
}
