import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'

export const parameterMoved = defineDiffRule({
  code: 'TK3114',
  name: 'parameter-moved',
  category: 'structural',
  claims: ['parameter:removed'],
  summary: 'A parameter is sent in another place.',
  message: 'the parameter `{name}` moved from {from} to {to}',
  help: 'Look for it in both places until {next}.',
  why: 'Callers send it where nobody looks any more. When it is optional in its new place they are not even told: what they ask for is passed over.',
  example: {
    before: listOrders('parameters: [{ name: state, in: query, schema: { type: string } }]'),
    after: listOrders('parameters: [{ name: state, in: header, schema: { type: string } }]'),
    finds: ['breaking parameter-moved GET /orders: the parameter `state` moved from query to header'],
  },
  judge: ({ before, after }) =>
    before && after && { level: 'breaking', params: { name: after.name, from: before.in, to: after.in } },
})
