import type { Resilience } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { describeRate, rateOrder } from './rate-limit.js'
import { resilienceEdits } from './resilience-edits.js'
import { word } from './word.js'

export const rateLimitLowered = defineDiffRule({
  code: 'TK3380',
  name: 'rate-limit-lowered',
  category: 'governance',
  claims: resilienceEdits,
  summary: 'Callers may make fewer calls than before.',
  message: 'callers may make {to} instead of {from}',
  help: 'Lower it in steps, and watch how many calls are refused.',
  why: 'Those who call more often than that were served and are refused now (429).',
  example: ordersExample(
    { operation: 'x-resilience: { rateLimit: { requests: 100, per: 1m } }' },
    { operation: 'x-resilience: { rateLimit: { requests: 50, per: 1m } }' },
    [
      'warning rate-limit-lowered GET /orders/{tenant}: callers may make 50 calls in 1 min instead of 100 calls in 1 min',
    ],
  ),
  judge({ from, to }) {
    const [before, after] = [word<Resilience>(from)?.rateLimit, word<Resilience>(to)?.rateLimit]
    if (rateOrder(before, after) !== 'lower') return undefined
    return { level: 'warning', params: { from: describeRate(before), to: describeRate(after) } }
  },
})
