import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { residencyModeOf } from './residency-mode.js'

export const residencyModeStrengthened = defineDiffRule({
  code: 'TK3353',
  name: 'residency-mode-strengthened',
  category: 'governance',
  claims: ['governance.residency:changed', 'schema.residency:changed'],
  summary: 'Data is bound more to its regions than before.',
  message: 'regions are `{to}` instead of `{from}`',
  why: 'It is a promise more. Taking it back will be a break.',
  example: ordersExample(
    { root: 'x-data-residency: { regions: [eu-central-1], mode: any }' },
    { root: 'x-data-residency: eu-central-1' },
    ['info residency-mode-strengthened GET /orders/{tenant}: regions are `strict` instead of `any`'],
  ),
  judge({ from, to }) {
    const mode = residencyModeOf(from, to)
    return mode && !mode.isWeaker ? { level: 'info', params: { from: mode.from, to: mode.to } } : undefined
  },
})
