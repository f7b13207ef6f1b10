import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataAdded, newDataOf } from './new-data.js'
import { named } from './word.js'

export const guardedDataAdded = defineDiffRule({
  code: 'TK3321',
  name: 'guarded-data-added',
  directional: true,
  category: 'governance',
  claims: dataAdded,
  summary: 'Financial data, card numbers, credentials or secrets are sent or asked for that were not before.',
  message: '{name} brings guarded data: {categories}',
  why: 'No caller breaks. Other rules may apply to a service that handles such data from now on (PCI DSS for cards), and secrets in answers are worth a second look.',
  example: ordersExample({}, { properties: 'card: { type: string, x-data-classification: payment-card }' }, [
    'info response-property-added GET /orders/{tenant}: `card` is new',
    'info response-guarded-data-added GET /orders/{tenant}: `card` brings guarded data: `payment-card`',
  ]),
  judge: (edit, context) =>
    newDataOf(edit, context)
      .filter(({ other }) => other.length > 0)
      .map(({ name, isSent, other, pointer }) => ({
        level:
          isSent && other.some((category) => category === 'secret' || category === 'credential')
            ? ('warning' as const)
            : ('info' as const),
        params: { name, categories: named(other) },
        ...(pointer !== undefined && { pointer }),
      })),
})
