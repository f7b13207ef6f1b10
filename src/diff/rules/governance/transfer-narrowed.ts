import type { Residency } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { grown, named, word } from './word.js'

export const transferNarrowed = defineDiffRule({
  code: 'TK3355',
  name: 'transfer-narrowed',
  category: 'governance',
  claims: ['governance.residency:changed', 'schema.residency:changed'],
  summary: 'Data is taken to fewer regions than before.',
  message: '{data} is no longer taken to {regions}',
  why: 'It is a promise more. Taking it back will be a break.',
  example: ordersExample(
    { root: 'x-data-residency: { regions: [eu-central-1], transfer: { to: [us-east-1], mechanism: scc } }' },
    { root: 'x-data-residency: { regions: [eu-central-1] }' },
    ['info transfer-narrowed GET /orders/{tenant}: data is no longer taken to `us-east-1`'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const { removed } = grown(word<Residency>(from)?.transfer?.to, word<Residency>(to)?.transfer?.to)
    return removed.length === 0 ? undefined : { level: 'info', params: { data, regions: named(removed, 'or') } }
  },
})
