import { defineDiffRule } from '../../rule.js'

export const documentTagsChanged = defineDiffRule({
  code: 'TK3504',
  name: 'document-tags-changed',
  category: 'structural',
  claims: ['tag:added', 'tag:removed', 'tag.parent:added', 'tag.parent:removed', 'tag.parent:changed'],
  summary: 'The document declares another tag, one less, or one elsewhere.',
  message: 'the tag `{tag}` {what}',
  why: 'Tags group operations in pages and in generated code. Nothing on the wire changes.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
tags: [{ name: orders }]
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
tags: [{ name: orders }, { name: shop }]
paths: {}
`,
    finds: ['info document-tags-changed: the tag `shop` was added'],
  },
  judge: ({ key, action, before, after, from, to }) => {
    const tag = (after ?? before)?.name ?? ''
    if (!key.startsWith('tag.parent:')) return { level: 'info', params: { tag, what: `was ${action}` } }
    const what = action === 'removed' ? `is not below \`${String(from)}\` any more` : `is below \`${String(to)}\` now`
    return { level: 'info', params: { tag, what } }
  },
})
