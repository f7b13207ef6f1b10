import { mediaTypeSchemaRemoved } from '../../../../src/diff/rules/http/media-type-schema-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: mediaTypeSchemaRemoved.example.before,
    after: mediaTypeSchemaRemoved.example.after,
    finds: [
      'warning structural response-media-type-schema-removed 7:90 → 7:80: the response 200 has no schema any more and may be anything',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: mediaTypeSchemaRemoved.example.after,
    after: mediaTypeSchemaRemoved.example.before,
    finds: [],
  },
]
