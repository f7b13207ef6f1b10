import { mediaTypeRemoved } from '../../../../src/diff/rules/http/media-type-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: mediaTypeRemoved.example.before,
    after: mediaTypeRemoved.example.after,
    finds: [
      'breaking structural request-media-type-removed 7:81 → -: `application/xml` was removed from the request body',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: mediaTypeRemoved.example.after,
    after: mediaTypeRemoved.example.before,
    finds: [],
  },
]
