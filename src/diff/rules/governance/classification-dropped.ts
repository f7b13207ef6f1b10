import { defineDiffRule } from '../../rule.js'
import { classChangeOf, isLogged } from './class-change.js'
import { classRemoved } from './class-claims.js'
import { describeClass } from './describe-class.js'
import { ordersExample } from './example.js'

export const classificationDropped = defineDiffRule({
  code: 'TK3311',
  name: 'classification-dropped',
  directional: true,
  category: 'security',
  claims: classRemoved,
  summary: 'Nobody says any more how sensitive a value is.',
  message: '{subject} is unclassified now; it was {from}{effect}',
  help: 'Classify it, or what contains it. `x-data-policy: {unclassified: restrict}` masks what nobody has classified.',
  why: 'What nobody has classified is shown to everybody, unless the data policy says otherwise: a value that was masked is not masked any more.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: contact.email }' },
    { properties: 'email: { type: string }' },
    [
      'breaking response-classification-dropped GET /orders/{tenant}: `email` is unclassified now; it was contact.email (confidential): all callers see it unmasked from now on',
    ],
  ),
  judge(edit, context) {
    const { subject, from, sight, at } = classChangeOf(edit, context)
    const isLoggedNow = context.head.dataPolicy.unclassified !== 'restrict' && !isLogged(from)
    const seen = sight.won === undefined ? '' : `: ${sight.won} see it unmasked from now on`
    return {
      level: sight.won === undefined ? 'warning' : 'breaking',
      params: {
        subject,
        from: describeClass(from),
        effect: seen || (isLoggedNow ? ': it may be logged from now on' : ''),
      },
      ...at,
    }
  },
})
