import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterAdded = defineDiffRule({
  code: 'TK3112',
  name: 'parameter-added',
  category: 'structural',
  claims: ['parameter:added'],
  summary: 'There is a parameter that was not there before.',
  message: 'the {required} {in} parameter `{name}` is new',
  help: 'Make it optional with a default until {next}.',
  why: 'Callers who do not know the parameter leave it out: when it is required they are refused, else they are served as before.',
  example: {
    before: listOrders(),
    after: listOrders('parameters: [{ name: region, in: query, required: true, schema: { type: string } }]'),
    finds: ['breaking parameter-added GET /orders: the required query parameter `region` is new'],
  },
  judge: ({ after, place }) => ({
    level: after?.required && polarityAt(place) === 'input' ? 'breaking' : 'info',
    params: { required: after?.required ? 'required' : 'optional', in: after?.in ?? '', name: after?.name ?? '' },
  }),
})
