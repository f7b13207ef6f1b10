import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'

export const operationIdChanged = defineDiffRule({
  code: 'TK3104',
  name: 'operation-id-changed',
  category: 'structural',
  claims: ['operation.id:added', 'operation.id:removed', 'operation.id:changed'],
  summary: 'The name of an operation came, went or changed.',
  message: 'the `operationId` {what}',
  help: 'Keep the name: generated clients call their methods by it.',
  why: 'Nothing on the wire changes, but generated code is named by it: after the next generation, whoever calls the method does not compile. Links of the contract name operations, too.',
  example: {
    before: operation('get /orders', 'listOrders', "responses: { '204': { description: None. } }"),
    after: operation('get /orders', 'findOrders', "responses: { '204': { description: None. } }"),
    finds: ['warning operation-id-changed GET /orders: the `operationId` changed from `listOrders` to `findOrders`'],
  },
  judge: ({ action, from, to }) => {
    if (action === 'added') return { level: 'info', params: { what: `\`${String(to)}\` is new` } }
    const what =
      action === 'removed' ? `\`${String(from)}\` was removed` : `changed from \`${String(from)}\` to \`${String(to)}\``
    return { level: 'warning', params: { what } }
  },
})
