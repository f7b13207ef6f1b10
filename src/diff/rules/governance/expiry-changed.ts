import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { word } from './word.js'

/** From what leaves most of the data. */
const order: readonly (Retention['onExpiry'] | undefined)[] = [undefined, 'archive', 'anonymize', 'delete']

export const expiryChanged = defineDiffRule({
  code: 'TK3365',
  name: 'expiry-changed',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Something else becomes of data when its time is over.',
  message: 'when its time is over, {data} {to}; before, it {from}',
  help: 'Keep what was promised for data that is there already.',
  why: 'What is deleted is gone, what is anonymised tells of nobody, what is archived is still all there. Going back on that order keeps data that was promised to be gone.',
  example: ordersExample(
    { root: 'x-data-retention: { period: P30D, onExpiry: delete }' },
    { root: 'x-data-retention: { period: P30D, onExpiry: archive }' },
    ['breaking expiry-changed GET /orders/{tenant}: when its time is over, data is archived; before, it was deleted'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Retention>(from), word<Retention>(to)]
    if (!before || !after || before.onExpiry === after.onExpiry) return undefined
    const isWeaker = order.indexOf(after.onExpiry) < order.indexOf(before.onExpiry)
    const params = {
      data,
      from: `was ${fates[before.onExpiry ?? 'open']}`,
      to: `is ${fates[after.onExpiry ?? 'open']}`,
    }
    return { level: isWeaker ? 'breaking' : 'info', params }
  },
})

const fates = {
  delete: 'deleted',
  anonymize: 'anonymised',
  archive: 'archived',
  open: 'dealt with in a way that nobody names',
} as const
