import type { Resilience } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { describeRate, rateOrder } from './rate-limit.js'
import { resilienceEdits } from './resilience-edits.js'
import { word } from './word.js'

export const rateLimitRaised = defineDiffRule({
  code: 'TK3381',
  name: 'rate-limit-raised',
  category: 'governance',
  claims: resilienceEdits,
  summary: 'Callers may make more calls than before.',
  message: 'callers may make {to} instead of {from}',
  why: 'Nobody is refused who was served before.',
  example: ordersExample(
    { operation: 'x-resilience: { rateLimit: { requests: 100, per: 1m } }' },
    { operation: 'x-resilience: { rateLimit: { requests: 10, per: 1s } }' },
    ['info rate-limit-raised GET /orders/{tenant}: callers may make 10 calls in 1 s instead of 100 calls in 1 min'],
  ),
  judge({ from, to }) {
    const [before, after] = [word<Resilience>(from)?.rateLimit, word<Resilience>(to)?.rateLimit]
    if (rateOrder(before, after) !== 'higher') return undefined
    return { level: 'info', params: { from: describeRate(before), to: describeRate(after) } }
  },
})
