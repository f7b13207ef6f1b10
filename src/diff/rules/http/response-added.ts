import { classOf, isSuccess } from '../../http/status.js'
import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'

export const responseAdded = defineDiffRule({
  code: 'TK3140',
  name: 'response-added',
  category: 'structural',
  claims: ['response:added'],
  summary: 'There is an answer that was not there before.',
  message: '{what}',
  help: 'Make sure that callers cope with it: many treat a status that they do not know as a failure.',
  why: 'Callers branch over the statuses that are declared. Another error is an error to them all the same, but a success or a redirect that they do not know often counts as a failure. A status that a range or `default` stood for is compared with what was said there.',
  example: {
    before: operation('post /orders', 'createOrder', "responses: { '201': { description: Created. } }"),
    after: operation(
      'post /orders',
      'createOrder',
      "responses: { '201': { description: Created. }, '202': { description: Accepted. } }",
    ),
    finds: ['warning response-added POST /orders: the response `202` is new'],
  },
  judge: ({ before, after, place }) => {
    const status = after?.status ?? ''
    const what = before
      ? `the response \`${status}\` is described by itself, not as part of \`${before.status}\` any more`
      : `the response \`${status}\` is new`
    const isUnknown = !before && place.direction === 'response' && (isSuccess(status) || classOf(status) === '3')
    return { level: isUnknown ? 'warning' : 'info', params: { what } }
  },
})
