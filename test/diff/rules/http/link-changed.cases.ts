import { linkChanged } from '../../../../src/diff/rules/http/link-changed.js'
import { linked } from '../../../../src/diff/rules/http/link-example.js'
import type { RuleCase } from '../support/rule-cases.js'

const link = (id: string, more = '') => linked(`order: { operationId: ${id}${more} }`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: linkChanged.example.before,
    after: linkChanged.example.after,
    finds: [
      'warning structural link-changed 7:82 → 7:82: the link `next` leads to `cancelOrder`, not to `getOrder` any more',
    ],
  },
  {
    title: 'is told of a parameter',
    before: link('getOrder'),
    after: link('getOrder', ", parameters: { id: '$response.body#/id' }"),
    finds: ['info structural link-changed 7:68 → 7:105: the link `order` fills the parameter `id`'],
  },
  {
    title: 'is silent where only the operation has another name',
    before: link('getOrder'),
    after: link('getOrder').replaceAll('getOrder', 'readOrder'),
    finds: [],
  },
  {
    title: 'is another matter the other way round',
    before: linkChanged.example.after,
    after: linkChanged.example.before,
    finds: [
      'warning structural link-changed 7:82 → 7:82: the link `next` leads to `getOrder`, not to `cancelOrder` any more',
    ],
  },
]
