import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'

export const encodingStyleChanged = defineDiffRule({
  code: 'TK3131',
  name: 'encoding-style-changed',
  directional: true,
  category: 'structural',
  claims: ['encoding.style:changed', 'encoding.explode:set', 'encoding.explode:unset'],
  summary: 'The same field of a form is written differently.',
  message: 'the {location} is written differently: {before} before, {after} now',
  help: 'Read both until {next}.',
  why: 'Lists and objects have several ways to be written in a form. Where both sides do not agree on one, a list of two arrives as one odd value or as its last item.',
  example: {
    before: createOrder(`requestBody:
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }`),
    after: createOrder(`requestBody:
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, properties: { tags: { type: array, items: { type: string } } } }
      encoding: { tags: { explode: false } }`),
    finds: [
      'breaking request-encoding-style-changed POST /orders: the field `tags` of the request body is written differently: `form`, each item by itself before, `form`, all items as one now',
    ],
  },
  judge: ({ before, after, place }) => {
    const way = (side: typeof before): string => {
      const { style = 'form', explode = style === 'form' } = side ?? {}
      return `\`${style}\`, ${explode ? 'each item by itself' : 'all items as one'}`
    }
    return {
      level: 'breaking',
      params: { location: place.location ?? 'field', before: way(before), after: way(after) },
    }
  },
})
