import { defineDiffRule } from '../../rule.js'
import { removalLevel } from '../removal.js'
import { document } from './example.js'
import { kindOf } from './kind-of.js'

export const operationRemoved = defineDiffRule({
  code: 'TK3100',
  name: 'operation-removed',
  category: 'structural',
  claims: ['operation:removed'],
  summary: 'An operation, a webhook or a callback is not there any more.',
  message: 'the {kind} was removed{whole}',
  help: 'Keep it until {next}, or mark it as deprecated and name the day of its sunset.',
  why: 'Whoever calls the operation gets an error now; whoever waits for a webhook or a callback waits in vain. What was announced with a sunset may go when the day has come.',
  example: {
    before: document(`paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }
    post: { operationId: createOrder, responses: { '204': { description: Created. } } }`),
    after: document(`paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }`),
    finds: ['breaking operation-removed POST /orders: the operation was removed'],
  },
  judge: ({ before }, context) => {
    const { operations } = context.head
    const isWhole =
      before?.role === 'path' && !operations.some((each) => each.kind === 'http' && each.path === before.path)
    const params = { kind: kindOf(before), whole: isWhole ? `, and the whole path \`${before.path}\` with it` : '' }
    return { ...removalLevel([before], context), params }
  },
})
