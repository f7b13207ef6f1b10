import type { Retention } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataOf } from './subject.js'
import { word } from './word.js'

export const retentionDeclared = defineDiffRule({
  code: 'TK3363',
  name: 'retention-declared',
  category: 'governance',
  claims: ['governance.retention:added', 'schema.retention:added'],
  summary: 'The contract says now how long data is kept.',
  message: 'it is said now how long {data} is kept: {period}',
  why: 'Nothing was promised before. Whoever counts on old data should hear that it has an end.',
  example: ordersExample({}, { root: 'x-data-retention: P30D' }, [
    'info retention-declared GET /orders/{tenant}: it is said now how long data is kept: P30D',
  ]),
  judge: (edit) => ({
    level: 'info',
    params: { data: dataOf(edit), period: word<Retention>(edit.to)?.period ?? '' },
  }),
})
