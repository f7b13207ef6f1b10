import type { Resilience } from '../../../contract/model/index.js'
import { sameData } from '../../../util/same-data.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { resilienceEdits } from './resilience-edits.js'
import { named, word } from './word.js'

export const resilienceChanged = defineDiffRule({
  code: 'TK3383',
  name: 'resilience-changed',
  category: 'governance',
  claims: resilienceEdits,
  summary: 'Retries, breakers, bulkheads or whom limits are for are other than before.',
  message: 'how calls are guarded changed: {parts}',
  why: 'No call is refused by it that would have been served while all is well. With `per: dependency` instead of `tenant`, one busy tenant uses up the limits of all, which is a warning.',
  example: ordersExample(
    { operation: 'x-resilience: { timeout: 2s }' },
    { operation: 'x-resilience: { timeout: 2s, retry: { attempts: 3 } }' },
    ['info resilience-changed GET /orders/{tenant}: how calls are guarded changed: `retry`'],
  ),
  judge({ from, to }) {
    const [before, after] = [word<Resilience>(from), word<Resilience>(to)]
    const parts = (['retry', 'breaker', 'bulkhead'] as const).filter((part) => !sameData(before?.[part], after?.[part]))
    const isLonger = before?.timeout !== undefined && (after?.timeout ?? Number.POSITIVE_INFINITY) > before.timeout
    const isShared = before?.per === 'tenant' && after?.per === 'dependency'
    const isApart = before?.per === 'dependency' && after?.per === 'tenant'
    const names = [...parts, ...(isLonger ? ['timeout'] : []), ...(isShared || isApart ? ['per'] : [])]
    if (names.length === 0) return undefined
    return { level: isShared ? 'warning' : 'info', params: { parts: named(names) } }
  },
})
