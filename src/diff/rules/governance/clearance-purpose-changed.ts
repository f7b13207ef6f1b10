import { defineDiffRule } from '../../rule.js'
import { clearanceName } from './clearance-name.js'
import { ordersExample } from './example.js'

export const clearancePurposeChanged = defineDiffRule({
  code: 'TK3344',
  name: 'clearance-purpose-changed',
  category: 'governance',
  claims: ['clearance.purpose:added', 'clearance.purpose:changed', 'clearance.purpose:removed'],
  summary: 'What a clearance is for reads differently.',
  message: 'the purpose of {name} changed',
  why: 'Nobody sees more or less. Those who hold the clearance hold it for a purpose.',
  example: ordersExample(
    { root: 'x-data-policy: { clearances: { support: { max: internal, purpose: Care. } } }' },
    { root: 'x-data-policy: { clearances: { support: { max: internal, purpose: Sales. } } }' },
    ['info clearance-purpose-changed: the purpose of clearance `support` changed'],
  ),
  judge: (edit) => ({ level: 'info', params: { name: clearanceName(edit) } }),
})
