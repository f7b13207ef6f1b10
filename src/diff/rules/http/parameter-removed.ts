import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { gone } from './gone.js'
import { polarityAt } from './polarity.js'

export const parameterRemoved = defineDiffRule({
  code: 'TK3113',
  name: 'parameter-removed',
  category: 'structural',
  claims: ['parameter:removed'],
  summary: 'A parameter is not declared any more.',
  message: 'the {in} parameter `{name}` was removed{effect}',
  help: 'Keep it until {next}, marked as deprecated, or make sure that nobody sends it.',
  why: 'Requests with the parameter are served, but nobody looks at it: a filter that filters nothing. In what the API sends itself, to a webhook, readers miss what they were promised.',
  example: {
    before: listOrders('parameters: [{ name: state, in: query, schema: { type: string } }]'),
    after: listOrders(),
    finds: ['warning parameter-removed GET /orders: the query parameter `state` was removed and is ignored now'],
  },
  judge: ({ before, after, place }, context) => {
    // It is still there, elsewhere: see `parameter-moved`.
    if (after) return undefined
    const isRead = polarityAt(place) === 'input'
    return {
      ...gone(!isRead && before?.required ? 'breaking' : 'warning', [before, place.operation?.before], context),
      params: { in: before?.in ?? '', name: before?.name ?? '', effect: isRead ? ' and is ignored now' : '' },
    }
  },
})
