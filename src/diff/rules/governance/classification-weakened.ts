import { defineDiffRule, type Judgement } from '../../rule.js'
import { type ClassChange, classChangeOf, isLogged } from './class-change.js'
import { classAdded, classChanged } from './class-claims.js'
import { describeClass } from './describe-class.js'
import { ordersExample } from './example.js'

export const classificationWeakened = defineDiffRule({
  code: 'TK3310',
  name: 'classification-weakened',
  directional: true,
  category: 'security',
  claims: [...classChanged, ...classAdded],
  summary: 'A value is less sensitive than it was said to be.',
  message: '{subject} went from {from} to {to}{effect}',
  help: 'Keep the class, or say beside it with `override` why less care is enough, and who has approved that.',
  why: 'The class decides who sees a value unmasked and whether it may be logged. Lowering it lifts a protection that those whose data it is rely on.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: contact.email }' },
    { properties: 'email: { type: string, x-data-classification: internal }' },
    [
      'breaking response-classification-weakened GET /orders/{tenant}: `email` went from contact.email (confidential) to internal: all callers see it unmasked from now on',
    ],
  ),
  judge(edit, context) {
    const change = classChangeOf(edit, context)
    if (!change.isLowered) return undefined
    const { subject, from, to, at } = change
    const { level, effect } = consequenceOf(change)
    return { level, params: { subject, from: describeClass(from), to: describeClass(to), effect }, ...at }
  },
})

function consequenceOf({ sight, from, to }: ClassChange): Pick<Judgement, 'level'> & { readonly effect: string } {
  if (sight.won !== undefined) return { level: 'breaking', effect: `: ${sight.won} see it unmasked from now on` }
  return { level: 'warning', effect: isLogged(to) && !isLogged(from) ? ': it may be logged from now on' : '' }
}
