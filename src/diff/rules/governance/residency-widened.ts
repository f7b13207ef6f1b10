import type { Residency } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { grown, named, word } from './word.js'

export const residencyWidened = defineDiffRule({
  code: 'TK3350',
  name: 'residency-widened',
  category: 'governance',
  claims: [
    'governance.residency:changed',
    'governance.residency:removed',
    'schema.residency:changed',
    'schema.residency:removed',
  ],
  summary: 'Data may lie in more regions than before.',
  message: '{data} may lie {where} now',
  help: 'Have the tenants whose data it is agree before it lies anywhere else.',
  why: 'Where data lies is promised to tenants, often by contract and by law (GDPR, Chapter V).',
  example: ordersExample(
    { root: 'x-data-residency: eu-central-1' },
    { root: 'x-data-residency: [eu-central-1, us-east-1]' },
    ['breaking residency-widened GET /orders/{tenant}: data may lie in `us-east-1` now'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Residency>(from), word<Residency>(to)]
    if (!after) return { level: 'breaking', params: { data, where: 'anywhere' } }
    const { added } = grown(before?.regions, after.regions)
    return added.length === 0 ? undefined : { level: 'breaking', params: { data, where: `in ${named(added)}` } }
  },
})
