import { document } from '../../../../src/diff/rules/http/example.js'
import { termsChanged } from '../../../../src/diff/rules/http/terms-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const terms = (more: string) => document('paths: {}').replace('1.0.0', `1.0.0${more}`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: termsChanged.example.before,
    after: termsChanged.example.after,
    finds: [
      'info structural terms-changed 2:56 → 2:56: the terms of service moved from `https://example.com/terms/1` to `https://example.com/terms/2`',
    ],
  },
  {
    title: 'is told of first ones',
    before: terms(''),
    after: terms(', termsOfService: https://a.example.com'),
    finds: ['info structural terms-changed 2:7 → 2:56: the terms of service are at `https://a.example.com` now'],
  },
  {
    title: 'is told of ones that went',
    before: terms(', termsOfService: https://a.example.com'),
    after: terms(''),
    finds: ['info structural terms-changed 2:56 → 2:7: the terms of service at `https://a.example.com` were removed'],
  },
  {
    title: 'is another matter the other way round',
    before: termsChanged.example.after,
    after: termsChanged.example.before,
    finds: [
      'info structural terms-changed 2:56 → 2:56: the terms of service moved from `https://example.com/terms/2` to `https://example.com/terms/1`',
    ],
  },
]
