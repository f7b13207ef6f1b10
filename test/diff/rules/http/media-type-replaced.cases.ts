import { mediaTypeReplaced } from '../../../../src/diff/rules/http/media-type-replaced.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: mediaTypeReplaced.example.before,
    after: mediaTypeReplaced.example.after,
    finds: [
      'info structural request-media-type-replaced 7:33 → 7:33: `application/json` became `application/*` in the request body',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: mediaTypeReplaced.example.after,
    after: mediaTypeReplaced.example.before,
    finds: [
      'breaking structural request-media-type-replaced 7:33 → 7:33: `application/*` became `application/json` in the request body',
    ],
  },
]
