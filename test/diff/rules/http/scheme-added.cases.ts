import { schemeAdded } from '../../../../src/diff/rules/http/scheme-added.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: schemeAdded.example.before,
    after: schemeAdded.example.after,
    finds: ['info structural scheme-added - → 4:73: the security scheme `tls` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: schemeAdded.example.after,
    after: schemeAdded.example.before,
    finds: [],
  },
]
