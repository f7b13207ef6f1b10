import { secured } from '../../../../src/diff/rules/http/security-example.js'
import { securityTightened } from '../../../../src/diff/rules/http/security-tightened.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: securityTightened.example.before,
    after: securityTightened.example.after,
    finds: ['breaking structural security-tightened 7:18 → 7:18: `key` was enough, now `token` is needed'],
  },
  {
    title: 'finds a scheme that is asked for in addition',
    before: secured('[{ key: [] }]'),
    after: secured('[{ key: [], token: [] }]'),
    finds: ['breaking structural security-tightened 7:18 → 7:18: `key` was enough, now `key` and `token` is needed'],
  },
  {
    title: 'is silent about one way more',
    before: secured('[{ key: [] }]'),
    after: secured('[{ key: [] }, { token: [] }]'),
    finds: [],
  },
  {
    title: 'is silent about another name of the same scheme',
    before: secured('[{ key: [] }]'),
    after: secured('[{ key: [] }]').replaceAll('key:', 'apiKey:'),
    finds: [],
  },
  {
    title: 'is another matter the other way round',
    before: securityTightened.example.after,
    after: securityTightened.example.before,
    finds: [],
  },
]
