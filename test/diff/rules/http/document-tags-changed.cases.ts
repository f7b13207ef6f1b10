import { documentTagsChanged } from '../../../../src/diff/rules/http/document-tags-changed.js'
import { document } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const tags = (text: string) =>
  document(`tags: [{ name: shop }, { name: orders${text} }]`, 'paths: {}').replace('3.1.0', '3.2.0')

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: documentTagsChanged.example.before,
    after: documentTagsChanged.example.after,
    finds: ['info structural document-tags-changed - → 3:26: the tag `shop` was added'],
  },
  {
    title: 'finds another parent',
    before: tags(''),
    after: tags(', parent: shop'),
    finds: ['info structural document-tags-changed 3:24 → 3:48: the tag `orders` is below `shop` now'],
  },
  {
    title: 'finds that there is none any more',
    before: tags(', parent: shop'),
    after: tags(''),
    finds: ['info structural document-tags-changed 3:48 → 3:24: the tag `orders` is not below `shop` any more'],
  },
  {
    title: 'is another matter the other way round',
    before: documentTagsChanged.example.after,
    after: documentTagsChanged.example.before,
    finds: ['info structural document-tags-changed 3:26 → -: the tag `shop` was removed'],
  },
]
