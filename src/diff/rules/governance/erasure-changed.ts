import type { Retention } from '../../../contract/model/index.js'
import { sameData } from '../../../util/same-data.js'
import { defineDiffRule } from '../../rule.js'
import { compareDurations } from './duration.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { word } from './word.js'

type Erasure = NonNullable<Retention['erasure']>

export const erasureChanged = defineDiffRule({
  code: 'TK3368',
  name: 'erasure-changed',
  category: 'governance',
  claims: ['governance.retention:changed', 'schema.retention:changed'],
  summary: 'Data is erased before its time in another way, or in another time.',
  message: '{data} is erased before its time {change}',
  help: 'Keep the way of before until {next}, and the time that was promised.',
  why: 'Tenants that serve requests for erasure (GDPR, Art. 17) call what is named here, and promise the time that is named here.',
  example: ordersExample(
    { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P30D } }' },
    { root: 'x-data-retention: { period: P10Y, erasure: { operationId: getOrder, within: P60D } }' },
    ['breaking erasure-changed GET /orders/{tenant}: data is erased before its time within P60D instead of P30D'],
  ),
  judge(edit) {
    const { from, to } = edit
    const data = dataOf(edit)
    const [before, after] = [word<Retention>(from)?.erasure, word<Retention>(to)?.erasure]
    if (!after || sameData(before, after)) return undefined
    if (!before) return { level: 'info', params: { data, change: 'now, too' } }
    const isElsewhere = before.operationId !== after.operationId || before.channel !== after.channel
    const isLater = before.within !== after.within && !isSooner(before, after)
    const change = [
      isElsewhere && `by ${wayOf(after)} instead of ${wayOf(before)}`,
      before.within !== after.within &&
        `within ${after.within ?? 'no named time'} instead of ${before.within ?? 'no named time'}`,
    ].filter((part) => part !== false)
    return { level: isElsewhere || isLater ? 'breaking' : 'info', params: { data, change: change.join(', ') } }
  },
})

function isSooner(before: Erasure, after: Erasure): boolean {
  if (after.within === undefined) return false
  return before.within === undefined || ['shorter', 'same'].includes(compareDurations(before.within, after.within))
}

function wayOf({ operationId, channel }: Erasure): string {
  if (operationId !== undefined) return `\`${operationId}\``
  return channel === undefined ? 'nothing that is named' : `channel \`${channel}\``
}
