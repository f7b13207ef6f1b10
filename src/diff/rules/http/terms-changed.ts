import { defineDiffRule } from '../../rule.js'

export const termsChanged = defineDiffRule({
  code: 'TK3502',
  name: 'terms-changed',
  category: 'structural',
  claims: ['contract.termsOfService:added', 'contract.termsOfService:removed', 'contract.termsOfService:changed'],
  summary: 'The terms of service are others, or elsewhere.',
  message: 'the terms of service {what}',
  why: 'Nothing on the wire changes, but whoever uses the API may have agreed to the former terms.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, termsOfService: 'https://example.com/terms/1' }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, termsOfService: 'https://example.com/terms/2' }
paths: {}
`,
    finds: [
      'info terms-changed: the terms of service moved from `https://example.com/terms/1` to `https://example.com/terms/2`',
    ],
  },
  judge: ({ action, from, to }) => {
    const what = { added: `are at \`${String(to)}\` now`, removed: `at \`${String(from)}\` were removed` }[
      action as string
    ]
    return { level: 'info', params: { what: what ?? `moved from \`${String(from)}\` to \`${String(to)}\`` } }
  },
})
