import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { word } from './word.js'

export const retentionStartChanged = defineDiffRule({
  code: 'TK3364',
  name: 'retention-start-changed',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'The time that data is kept counts from something else.',
  message: 'the time that {data} is kept counts from {to} instead of {from}',
  help: 'Look at both moments: the later one keeps data longer.',
  why: 'The same period from another moment ends on another day.',
  example: ordersExample(
    { root: 'x-data-retention: { period: P30D, from: createdAt }' },
    { root: 'x-data-retention: { period: P30D, from: closedAt }' },
    [
      'warning retention-start-changed GET /orders/{tenant}: the time that data is kept counts from `closedAt` instead of `createdAt`',
    ],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Retention>(from), word<Retention>(to)]
    if (!before || !after || before.from === after.from) return undefined
    return { level: 'warning', params: { data, from: quoted(before.from), to: quoted(after.from) } }
  },
})

function quoted(moment: string | undefined): string {
  return moment === undefined ? 'no moment that is named' : `\`${moment}\``
}
