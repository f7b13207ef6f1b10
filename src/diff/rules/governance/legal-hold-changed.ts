import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const legalHoldChanged = defineDiffRule({
  code: 'TK3366',
  name: 'legal-hold-changed',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'A legal hold may keep data beyond its time, or no longer may.',
  message: 'a legal hold {may} keep data beyond its time',
  why: 'Under a hold, data is kept for as long as a dispute lasts. Without one it goes on its day, needed as evidence or not.',
  example: ordersExample(
    { root: 'x-data-retention: P30D' },
    { root: 'x-data-retention: { period: P30D, legalHold: true }' },
    ['warning legal-hold-changed GET /orders/{tenant}: a legal hold may now keep data beyond its time'],
  ),
  judge({ from, to }) {
    const [before, after] = [word<Retention>(from), word<Retention>(to)]
    const [was, is] = [before?.legalHold === true, after?.legalHold === true]
    if (!before || !after || was === is) return undefined
    return { level: 'warning', params: { may: is ? 'may now' : 'may no longer' } }
  },
})
