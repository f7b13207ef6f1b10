import { defineDiffRule } from '../../rule.js'
import { createOrder } from './example.js'
import { polarityAt } from './polarity.js'

export const encodingReservedCharacters = defineDiffRule({
  code: 'TK3132',
  name: 'encoding-reserved-characters',
  directional: true,
  category: 'structural',
  claims: ['encoding.allowReserved:set', 'encoding.allowReserved:unset'],
  summary: 'Characters with a meaning in URLs may stand unescaped in a field of a form, or may not any more.',
  message: 'the {location} {what} `/`, `?` and the like as they are',
  help: 'Read both ways until {next}.',
  why: 'A reader that decodes takes both. One that does not expect them unescaped may cut the value where such a character stands.',
  example: {
    before: createOrder(`requestBody:
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, properties: { file: { type: string } } }
      encoding: { file: { allowReserved: true } }`),
    after: createOrder(`requestBody:
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, properties: { file: { type: string } } }`),
    finds: [
      'warning request-encoding-reserved-characters POST /orders: the field `file` of the request body no longer takes `/`, `?` and the like as they are',
    ],
  },
  judge: ({ action, place }) => {
    const isWider = action === 'set'
    return {
      level: isWider === (polarityAt(place) === 'input') ? 'info' : 'warning',
      params: { location: place.location ?? 'field', what: isWider ? 'takes' : 'no longer takes' },
    }
  },
})
