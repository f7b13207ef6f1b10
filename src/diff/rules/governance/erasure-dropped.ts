import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const erasureDropped = defineDiffRule({
  code: 'TK3367',
  name: 'erasure-dropped',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Data can no longer be erased before its time is over.',
  message: 'it no longer says how data is erased before its time',
  help: 'Keep a way to erase data when somebody asks for it.',
  why: 'Those whose data it is may ask for its erasure (GDPR, Art. 17). Tenants that serve such requests call what was named here.',
  example: ordersExample(
    { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P30D } }' },
    { root: 'x-data-retention: P10Y' },
    ['breaking erasure-dropped GET /orders/{tenant}: it no longer says how data is erased before its time'],
  ),
  judge({ from, to }) {
    const [before, after] = [word<Retention>(from), word<Retention>(to)]
    return before?.erasure && after && !after.erasure ? { level: 'breaking', params: {} } : undefined
  },
})
