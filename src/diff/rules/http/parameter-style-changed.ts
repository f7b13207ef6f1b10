import type { HttpOperation, Parameter } from '../../../contract/model/index.js'
import type { Place } from '../../edit/edit.js'
import { defineDiffRule, type RuleContext } from '../../rule.js'
import { differing, languageOf, rawRequest, typesIn } from '../../wire/index.js'
import { listOrders } from './example.js'

export const parameterStyleChanged = defineDiffRule({
  code: 'TK3116',
  name: 'parameter-style-changed',
  category: 'structural',
  claims: ['parameter.style:changed', 'parameter.explode:set', 'parameter.explode:unset'],
  summary: 'The same value of a parameter is written differently.',
  message: 'the {in} parameter `{name}` is written differently: `{before}` before, `{after}` now',
  help: 'Accept both until {next}, or offer the new way under another name.',
  why: 'Both sides must agree on how lists and objects are written as text. Where they do not, a list of two arrives as one odd value or as its last item. Styles are compared by what they send: another style or `explode` for a single value is no change.',
  example: {
    before: listOrders('parameters: [{ name: ids, in: query, schema: { type: array, items: { type: string } } }]'),
    after: listOrders(
      'parameters: [{ name: ids, in: query, explode: false, schema: { type: array, items: { type: string } } }]',
    ),
    finds: [
      'breaking parameter-style-changed GET /orders: the query parameter `ids` is written differently: `GET /orders?ids=a&ids=b` before, `GET /orders?ids=a,b` now',
    ],
  },
  judge: ({ before, after, place }, context) =>
    before &&
    after && {
      level: 'breaking',
      params: { in: after.in, name: after.name, ...bothWays({ before, after }, place, context) },
    },
})

/** The smallest value that shows the difference, as each side writes it. */
function bothWays(pair: { before: Parameter; after: Parameter }, { operation }: Place, { base, head }: RuleContext) {
  const types = [typesIn(pair.before.schema, base.schemas), typesIn(pair.after.schema, head.schemas)] as const
  const languages = { before: languageOf(pair.before), after: { ...languageOf(pair.after), name: pair.before.name } }
  const value = differing(languages, types) ?? 'a'
  const line = (side: 'before' | 'after'): string =>
    rawRequest(
      {
        operation: operation?.[side] as HttpOperation,
        schemas: (side === 'before' ? base : head).schemas,
        sample: () => undefined,
      },
      pair[side],
      value,
    )
  return { before: line('before'), after: line('after') }
}
