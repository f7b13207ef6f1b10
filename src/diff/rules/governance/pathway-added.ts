import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { handover } from './example-pathway.js'

export const pathwayAdded = defineDiffRule({
  code: 'TK3390',
  name: 'pathway-added',
  category: 'governance',
  claims: ['pathway:added'],
  summary: 'There is a way across the tenant boundary that was not there before.',
  message: 'pathway `{id}` is new: data may go from {from} to {to}',
  help: 'Have those agree who give data on this way.',
  why: 'What takes it is told by the operations that name it. The way itself is an agreement between tenants.',
  example: ordersExample({}, { root: handover }, [
    'warning pathway-added: pathway `handover` is new: data may go from retailer to supplier',
  ]),
  judge: ({ after }) => ({
    level: 'warning',
    params: { id: after?.id ?? '', from: after?.from ?? '', to: after?.to ?? '' },
  }),
})
