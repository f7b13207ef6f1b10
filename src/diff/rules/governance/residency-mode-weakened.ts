import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { residencyModeOf } from './residency-mode.js'

export const residencyModeWeakened = defineDiffRule({
  code: 'TK3352',
  name: 'residency-mode-weakened',
  category: 'governance',
  claims: ['governance.residency:changed', 'schema.residency:changed'],
  summary: 'Data is bound less to its regions than before.',
  message: 'regions are `{to}` instead of `{from}`: data need not stay there',
  help: 'Keep `strict`, and name the other regions under `transfer` with their legal ground.',
  why: '`strict` says that data stays, `preferred` that it should, `any` that it may lie anywhere.',
  example: ordersExample(
    { root: 'x-data-residency: eu-central-1' },
    { root: 'x-data-residency: { regions: [eu-central-1], mode: preferred }' },
    [
      'breaking residency-mode-weakened GET /orders/{tenant}: regions are `preferred` instead of `strict`: data need not stay there',
    ],
  ),
  judge({ from, to }) {
    const mode = residencyModeOf(from, to)
    return mode?.isWeaker ? { level: 'breaking', params: { from: mode.from, to: mode.to } } : undefined
  },
})
