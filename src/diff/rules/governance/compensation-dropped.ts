import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

export const compensationDropped = defineDiffRule({
  code: 'TK3384',
  name: 'compensation-dropped',
  category: 'governance',
  claims: ['governance.compensatedBy:removed', 'governance.compensatedBy:changed'],
  summary: 'What an operation does is no longer undone by the operation of before.',
  message: 'it is no longer undone by `{from}`{instead}',
  help: 'Keep the operation that undoes it until {next}.',
  why: 'Processes over several services undo their steps when a later one fails. Those that are on their way will call what was named before.',
  example: ordersExample({ operation: 'x-compensated-by: getOrder' }, {}, [
    'warning compensation-dropped GET /orders/{tenant}: it is no longer undone by `getOrder`',
  ]),
  judge({ from, to }) {
    const [before = '', after] = [word<string>(from), word<string>(to)]
    return { level: 'warning', params: { from: before, instead: after === undefined ? '' : `, but by \`${after}\`` } }
  },
})
