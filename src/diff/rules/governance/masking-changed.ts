import { defineDiffRule } from '../../rule.js'
import { classChanged } from './class-claims.js'
import { ordersExample } from './example.js'
import { maskChangeOf } from './mask-strength.js'
import { subjectOf } from './subject.js'
import { named } from './word.js'

export const maskingChanged = defineDiffRule({
  code: 'TK3316',
  name: 'masking-changed',
  directional: true,
  category: 'governance',
  claims: classChanged,
  summary: 'A masked value looks different from before, and does not obviously show more or less.',
  message: 'the mask of {subject} changed{how}',
  help: 'Look at what the new mask leaves: whether a pattern or a replacement shows more cannot be told from the contract.',
  why: 'Whoever gets the masked value may have come to rely on its form: the same token for the same value, four last digits, an empty text.',
  example: ordersExample(
    { properties: 'email: { type: string, x-data-classification: { category: contact.email, masking: hash } }' },
    { properties: 'email: { type: string, x-data-classification: { category: contact.email, masking: tokenize } }' },
    ['warning response-masking-changed GET /orders/{tenant}: the mask of `email` changed, from `hash` to `tokenize`'],
  ),
  judge(edit, context) {
    const change = maskChangeOf(edit, context)
    if (change?.kind !== 'changed') return undefined
    const { from, to, aspects, isInUse } = change
    const how = from === to ? `: its ${named(aspects)}` : `, from ${from} to ${to}`
    return { level: isInUse ? 'warning' : 'info', params: { subject: subjectOf(edit), how } }
  },
})
