import { audienceChanged } from '../../../../src/diff/rules/http/audience-changed.js'
import { document } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const audience = (more: string) => document('paths: {}').replace('1.0.0', `1.0.0${more}`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: audienceChanged.example.before,
    after: audienceChanged.example.after,
    finds: [
      'warning governance audience-changed 2:52 → 2:52: the audience widened from `company-internal` to `external-public`',
    ],
  },
  {
    title: 'is told of a first one',
    before: audience(''),
    after: audience(', x-audience: company-internal'),
    finds: ['info governance audience-changed 2:7 → 2:52: the audience is `company-internal` now'],
  },
  {
    title: 'warns of a smaller one',
    before: audience(', x-audience: external-public'),
    after: audience(', x-audience: company-internal'),
    finds: [
      'warning governance audience-changed 2:52 → 2:52: the audience narrowed from `external-public` to `company-internal`',
    ],
  },
  {
    title: 'warns when nothing is said any more',
    before: audience(', x-audience: external-public'),
    after: audience(''),
    finds: [
      'warning governance audience-changed 2:52 → 2:7: the audience is not said to be `external-public` any more',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: audienceChanged.example.after,
    after: audienceChanged.example.before,
    finds: [
      'warning governance audience-changed 2:52 → 2:52: the audience narrowed from `external-public` to `company-internal`',
    ],
  },
]
