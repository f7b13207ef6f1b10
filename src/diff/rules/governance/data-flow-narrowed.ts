import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { flowBeyond, flowEdits } from './flow-change.js'

export const dataFlowNarrowed = defineDiffRule({
  code: 'TK3387',
  name: 'data-flow-narrowed',
  category: 'governance',
  claims: flowEdits,
  summary: 'Data comes from or goes to less than before.',
  message: 'its data flow no longer {less}',
  why: 'Whoever got data from here may be waiting for it; the contracts of both say so.',
  example: ordersExample({ operation: 'x-data-flow: { reads: shop/customers }' }, {}, [
    'info data-flow-narrowed GET /orders/{tenant}: its data flow no longer reads `shop/customers`',
  ]),
  judge({ from, to }) {
    const less = flowBeyond(from, to)
    return less === '' ? undefined : { level: 'info', params: { less } }
  },
})
