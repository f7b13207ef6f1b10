import { defineDiffRule } from '../../rule.js'
import { listOrders } from './example.js'

export const operationTagsChanged = defineDiffRule({
  code: 'TK3105',
  name: 'operation-tags-changed',
  category: 'structural',
  claims: ['operation.tags:added', 'operation.tags:removed'],
  summary: 'An operation has another tag, or one less.',
  message: 'the tag `{tag}` was {what}',
  why: 'Tags group operations in pages and in generated code. Nothing on the wire changes.',
  example: {
    before: listOrders('tags: [orders]'),
    after: listOrders('tags: [orders, shop]'),
    finds: ['info operation-tags-changed GET /orders: the tag `shop` was added'],
  },
  judge: ({ action, member = '' }) => ({ level: 'info', params: { tag: member, what: action } }),
})
