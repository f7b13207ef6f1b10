import { parameterReservedCharacters } from '../../../../src/diff/rules/http/parameter-reserved-characters.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterReservedCharacters.example.before,
    after: parameterReservedCharacters.example.after,
    finds: [
      'warning structural parameter-reserved-characters 7:60 → 7:20: the query parameter `file` no longer takes `/`, `?` and the like as they are',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: parameterReservedCharacters.example.after,
    after: parameterReservedCharacters.example.before,
    finds: [
      'info structural parameter-reserved-characters 7:20 → 7:60: the query parameter `file` takes `/`, `?` and the like as they are',
    ],
  },
]
