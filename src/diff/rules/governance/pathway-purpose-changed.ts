import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { handover } from './example-pathway.js'

export const pathwayPurposeChanged = defineDiffRule({
  code: 'TK3395',
  name: 'pathway-purpose-changed',
  category: 'governance',
  claims: ['pathway.purpose:changed'],
  summary: 'Data crosses the tenant boundary for something else than before.',
  message: 'the purpose of pathway `{id}` changed',
  help: 'See that those who gave grants agree to the new purpose.',
  why: 'Tenants agreed to a purpose (GDPR, Art. 5 (1) b and 28).',
  example: ordersExample({ root: handover }, { root: handover.replace('Fulfilment.', 'Advertising.') }, [
    'warning pathway-purpose-changed: the purpose of pathway `handover` changed',
  ]),
  judge: ({ after }) => ({ level: 'warning', params: { id: after?.id ?? '' } }),
})
