import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { flowBeyond, flowEdits } from './flow-change.js'

export const dataFlowWidened = defineDiffRule({
  code: 'TK3386',
  name: 'data-flow-widened',
  category: 'governance',
  claims: flowEdits,
  summary: 'Data comes from or goes to more than before.',
  message: 'its data flow {more} now',
  help: 'See that what is read may be used for this, and that whoever gets the data may have it.',
  why: 'Agreements and records of processing name who gets data and from where. A flow that is added makes them out of date.',
  example: ordersExample(
    { operation: 'x-data-flow: { purpose: Billing. }' },
    { operation: 'x-data-flow: { purpose: Billing., emits: shop/invoices }' },
    ['warning data-flow-widened GET /orders/{tenant}: its data flow emits `shop/invoices` now'],
  ),
  judge({ from, to }) {
    const more = flowBeyond(to, from)
    return more === '' ? undefined : { level: 'warning', params: { more } }
  },
})
