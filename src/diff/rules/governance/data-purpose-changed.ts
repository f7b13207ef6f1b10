import type { DataFlow } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { flowEdits } from './flow-change.js'
import { word } from './word.js'

export const dataPurposeChanged = defineDiffRule({
  code: 'TK3388',
  name: 'data-purpose-changed',
  category: 'governance',
  claims: flowEdits,
  summary: 'Data is used for something else than before.',
  message: 'the purpose of its data flow changed',
  help: 'See that the data may be used for the new purpose, too.',
  why: 'Data that was collected for one purpose may not be used for another that does not go with it (GDPR, Art. 5 (1) b).',
  example: ordersExample({ operation: 'x-data-flow: Fulfilment.' }, { operation: 'x-data-flow: Advertising.' }, [
    'warning data-purpose-changed GET /orders/{tenant}: the purpose of its data flow changed',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<DataFlow>(from)?.purpose, word<DataFlow>(to)?.purpose]
    return before === after ? undefined : { level: before === undefined ? 'info' : 'warning', params: {} }
  },
})
