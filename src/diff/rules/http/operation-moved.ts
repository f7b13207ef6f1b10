import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'

export const operationMoved = defineDiffRule({
  code: 'TK3103',
  name: 'operation-moved',
  category: 'structural',
  claims: ['operation.path:changed', 'operation.method:changed'],
  summary: 'An operation has another path or another method.',
  message: '`{id}` moved from `{from}` to `{to}`',
  help: 'Serve the former place as well until {next}, or answer there with a redirect.',
  why: 'The name of the operation says that it is the same one, but callers know it by its method and path: they call a place where nothing is any more.',
  example: {
    before: operation('get /orders', 'listOrders', "responses: { '204': { description: None. } }"),
    after: operation('get /purchases', 'listOrders', "responses: { '204': { description: None. } }"),
    finds: ['breaking operation-moved GET /purchases: `listOrders` moved from `GET /orders` to `GET /purchases`'],
  },
  judge: ({ before, after, key }) => {
    // One move, whatever of both it changed.
    if (key === 'operation.method:changed' && before?.path !== after?.path) return undefined
    const place = (side: typeof before): string => `${side?.method.toUpperCase() ?? ''} ${side?.path ?? ''}`
    return { level: 'breaking', params: { id: after?.id ?? '', from: place(before), to: place(after) } }
  },
})
