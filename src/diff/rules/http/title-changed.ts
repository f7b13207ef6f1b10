import { defineDiffRule } from '../../rule.js'

export const titleChanged = defineDiffRule({
  code: 'TK3500',
  name: 'title-changed',
  category: 'structural',
  claims: ['contract.title:changed'],
  summary: 'The contract has another title.',
  message: 'the title changed from `{from}` to `{to}`',
  why: 'Nothing on the wire changes. Generated packages and pages may be named by it.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Purchases, version: 1.0.0 }
paths: {}
`,
    finds: ['info title-changed: the title changed from `Orders` to `Purchases`'],
  },
  judge: ({ from, to }) => ({ level: 'info', params: { from: String(from), to: String(to) } }),
})
