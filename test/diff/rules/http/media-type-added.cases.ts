import { mediaTypeAdded } from '../../../../src/diff/rules/http/media-type-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: mediaTypeAdded.example.before,
    after: mediaTypeAdded.example.after,
    finds: ['info structural request-media-type-added - → 7:81: `application/yaml` is new in the request body'],
  },
  {
    title: 'is another matter the other way round',
    before: mediaTypeAdded.example.after,
    after: mediaTypeAdded.example.before,
    finds: [],
  },
]
