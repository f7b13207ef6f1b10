import { schemeRemoved } from '../../../../src/diff/rules/http/scheme-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: schemeRemoved.example.before,
    after: schemeRemoved.example.after,
    finds: ['info structural scheme-removed 4:73 → -: the security scheme `tls` was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: schemeRemoved.example.after,
    after: schemeRemoved.example.before,
    finds: [],
  },
]
