import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterReservedCharacters = defineDiffRule({
  code: 'TK3118',
  name: 'parameter-reserved-characters',
  category: 'structural',
  claims: ['parameter.allowReserved:set', 'parameter.allowReserved:unset'],
  summary: 'Characters with a meaning in URLs may stand unescaped in a parameter, or may not any more.',
  message: 'the {in} parameter `{name}` {what} `/`, `?` and the like as they are',
  help: 'Read both ways until {next}.',
  why: 'A reader that decodes takes both. One that does not expect them unescaped may cut the value where such a character stands.',
  example: {
    before: listOrders('parameters: [{ name: file, in: query, allowReserved: true, schema: { type: string } }]'),
    after: listOrders('parameters: [{ name: file, in: query, schema: { type: string } }]'),
    finds: [
      'warning parameter-reserved-characters GET /orders: the query parameter `file` no longer takes `/`, `?` and the like as they are',
    ],
  },
  judge: ({ after, action, place }) => {
    const isWider = action === 'set'
    return {
      level: isWider === (polarityAt(place) === 'input') ? 'info' : 'warning',
      params: { in: after?.in ?? '', name: after?.name ?? '', what: isWider ? 'takes' : 'no longer takes' },
    }
  },
})
