import type { Residency } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { grown, named, word } from './word.js'

export const residencyNarrowed = defineDiffRule({
  code: 'TK3351',
  name: 'residency-narrowed',
  category: 'governance',
  claims: [
    'governance.residency:changed',
    'governance.residency:added',
    'schema.residency:changed',
    'schema.residency:added',
  ],
  summary: 'Data lies in fewer regions than before.',
  message: '{data} {where} from now on',
  why: 'It is a promise more, and nobody loses by it but for the time that far callers need. Taking it back will be a break.',
  example: ordersExample(
    { root: 'x-data-residency: [eu-central-1, us-east-1]' },
    { root: 'x-data-residency: eu-central-1' },
    ['info residency-narrowed GET /orders/{tenant}: data does not lie in `us-east-1` from now on'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Residency>(from), word<Residency>(to)]
    if (!before) return { level: 'info', params: { data, where: `lies in ${named(after?.regions ?? [], 'or')} only` } }
    const { removed } = grown(before.regions, after?.regions)
    return removed.length === 0
      ? undefined
      : { level: 'info', params: { data, where: `does not lie in ${named(removed, 'or')}` } }
  },
})
