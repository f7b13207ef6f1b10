import { encodingReservedCharacters } from '../../../../src/diff/rules/http/encoding-reserved-characters.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: encodingReservedCharacters.example.before,
    after: encodingReservedCharacters.example.after,
    finds: [
      'warning structural request-encoding-reserved-characters 11:48 → 10:13: the field `file` of the request body no longer takes `/`, `?` and the like as they are',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: encodingReservedCharacters.example.after,
    after: encodingReservedCharacters.example.before,
    finds: [
      'info structural request-encoding-reserved-characters 10:13 → 11:48: the field `file` of the request body takes `/`, `?` and the like as they are',
    ],
  },
]
