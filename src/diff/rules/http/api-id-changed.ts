import { defineDiffRule } from '../../rule.js'

export const apiIdChanged = defineDiffRule({
  code: 'TK3501',
  name: 'api-id-changed',
  category: 'structural',
  claims: ['contract.apiId:added', 'contract.apiId:removed', 'contract.apiId:changed'],
  summary: 'The contract is known by another id.',
  message: 'the `x-api-id` {what}',
  help: 'Keep the id for as long as it is the same API: it is what versions, files and places have in common.',
  why: 'The id tells that two contracts are versions of one API, whatever they are called and wherever they lie. With another id it is another API to every catalog.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, x-api-id: orders-api-1 }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, x-api-id: orders-api-2 }
paths: {}
`,
    finds: ['warning api-id-changed: the `x-api-id` changed from `orders-api-1` to `orders-api-2`'],
  },
  judge: ({ action, from, to }) => {
    if (action === 'added') return { level: 'info', params: { what: `\`${String(to)}\` is new` } }
    const what =
      action === 'removed' ? `\`${String(from)}\` was removed` : `changed from \`${String(from)}\` to \`${String(to)}\``
    return { level: 'warning', params: { what } }
  },
})
