import type { Resilience } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { spokenTime } from './idempotency-change.js'
import { resilienceEdits } from './resilience-edits.js'
import { word } from './word.js'

export const timeoutShortened = defineDiffRule({
  code: 'TK3382',
  name: 'timeout-shortened',
  category: 'governance',
  claims: resilienceEdits,
  summary: 'Calls are given up earlier than before.',
  message: 'a call is given up after {to}{before}',
  help: 'Look at how long the slowest calls take before it is shortened.',
  why: 'Calls that took longer came back with an answer before, and come back with an error now.',
  example: ordersExample({ operation: 'x-resilience: 10s' }, { operation: 'x-resilience: 2s' }, [
    'warning timeout-shortened GET /orders/{tenant}: a call is given up after 2 s instead of 10 s',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<Resilience>(from)?.timeout, word<Resilience>(to)?.timeout]
    if (after === undefined || (before !== undefined && after >= before)) return undefined
    const params = { to: spokenTime(after), before: before === undefined ? '' : ` instead of ${spokenTime(before)}` }
    // A limit that nobody had written down may well have been there.
    return { level: before === undefined ? 'info' : 'warning', params }
  },
})
