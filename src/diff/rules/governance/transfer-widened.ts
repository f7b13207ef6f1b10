import type { Residency } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { grown, named, word } from './word.js'

export const transferWidened = defineDiffRule({
  code: 'TK3354',
  name: 'transfer-widened',
  category: 'governance',
  claims: ['governance.residency:changed', 'schema.residency:changed'],
  summary: 'Data may be taken to more regions than before, or on another legal ground.',
  message: '{data} may be taken to {regions} now, on the ground of {mechanism}',
  help: 'Have the tenants whose data it is agree before it goes there.',
  why: 'A transfer needs a ground (GDPR, Art. 45 to 49), and each has its own price: an adequacy decision holds by itself, standard clauses and corporate rules must be agreed, consent can be taken back, a derogation is for single cases.',
  example: ordersExample(
    { root: 'x-data-residency: { regions: [eu-central-1] }' },
    { root: 'x-data-residency: { regions: [eu-central-1], transfer: { to: [us-east-1], mechanism: scc } }' },
    ['breaking transfer-widened GET /orders/{tenant}: data may be taken to `us-east-1` now, on the ground of scc'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Residency>(from)?.transfer, word<Residency>(to)?.transfer]
    if (!after) return undefined
    const { added } = grown(before?.to, after.to)
    const { mechanism } = after
    if (added.length > 0) return { level: 'breaking', params: { data, regions: named(added), mechanism } }
    if (before?.mechanism === mechanism) return undefined
    return { level: 'warning', params: { data, regions: named([...after.to].sort()), mechanism } }
  },
})
