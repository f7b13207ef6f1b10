import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const compensationDeclared = defineDiffRule({
  code: 'TK3385',
  name: 'compensation-declared',
  category: 'governance',
  claims: ['governance.compensatedBy:added'],
  summary: 'It is said now which operation undoes another.',
  message: 'it is undone by `{to}`, as is said now',
  why: 'Nothing was promised before.',
  example: ordersExample({}, { operation: 'x-compensated-by: getOrder' }, [
    'info compensation-declared GET /orders/{tenant}: it is undone by `getOrder`, as is said now',
  ]),
  judge: ({ to }) => ({ level: 'info', params: { to: word<string>(to) ?? '' } }),
})
