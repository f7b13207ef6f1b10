import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterEmptyValue = defineDiffRule({
  code: 'TK3119',
  name: 'parameter-empty-value',
  category: 'structural',
  claims: ['parameter.allowEmptyValue:set', 'parameter.allowEmptyValue:unset'],
  summary: 'A parameter may be sent without a value, or may not any more.',
  message: 'the {in} parameter `{name}` {what} be sent without a value (`{name}=`)',
  help: 'Take an empty value for none until {next}.',
  why: 'Callers who send the bare name were served before and are refused now.',
  example: {
    before: listOrders('parameters: [{ name: archived, in: query, allowEmptyValue: true, schema: { type: boolean } }]'),
    after: listOrders('parameters: [{ name: archived, in: query, schema: { type: boolean } }]'),
    finds: [
      'breaking parameter-empty-value GET /orders: the query parameter `archived` must not be sent without a value (`archived=`)',
    ],
  },
  judge: ({ after, action, place }) => {
    const isWider = action === 'set'
    return {
      level: isWider === (polarityAt(place) === 'input') ? 'info' : 'breaking',
      params: { in: after?.in ?? '', name: after?.name ?? '', what: isWider ? 'may' : 'must not' },
    }
  },
})
