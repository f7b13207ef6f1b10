import { defineDiffRule, type Judgement } from '../../rule.js'
import { type ClassChange, classChangeOf } from './class-change.js'
import { classAdded, classChanged } from './class-claims.js'
import { describeClass } from './describe-class.js'
import { ordersExample } from './example.js'

const policy = 'x-data-policy: { clearances: { support: { max: internal }, billing: { max: restricted } } }'

export const classificationRaised = defineDiffRule({
  code: 'TK3307',
  name: 'classification-raised',
  directional: true,
  category: 'security',
  claims: [...classChanged, ...classAdded],
  summary: 'A value is more sensitive than it was said to be.',
  message: '{subject} went from {from} to {to}{effect}',
  help: 'Give the callers who need the value a clearance that covers it before this is released.',
  why: 'What the clearance of a caller does not cover is masked in answers: the call succeeds, and what arrives is not the value any more. Whoever reads what the API publishes has to handle it by its new class.',
  example: ordersExample(
    { root: policy, properties: 'card: { type: string, x-data-classification: internal }' },
    { root: policy, properties: 'card: { type: string, x-data-classification: payment-card }' },
    [
      'breaking response-classification-raised GET /orders/{tenant}: `card` went from internal to payment-card (restricted): callers without a clearance and callers with clearance `support` see it masked from now on',
    ],
  ),
  judge(edit, context) {
    const change = classChangeOf(edit, context)
    if (!change.isRaised) return undefined
    const { subject, from, to, at } = change
    const { level, effect } = consequenceOf(change)
    return { level, params: { subject, from: describeClass(from), to: describeClass(to), effect }, ...at }
  },
})

function consequenceOf({ sight, direction }: ClassChange): Pick<Judgement, 'level'> & { readonly effect: string } {
  if (sight.lost !== undefined) return { level: 'breaking', effect: `: ${sight.lost} see it masked from now on` }
  if (direction === 'published') return { level: 'warning', effect: ': those who read it have to handle it so' }
  return { level: 'info', effect: '' }
}
