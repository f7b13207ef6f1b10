import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { schemes } from '../../../../src/diff/rules/http/security-example.js'
import { securityRequired } from '../../../../src/diff/rules/http/security-required.js'
import type { RuleCase } from '../support/rule-cases.js'

const calling = (security: string) => `${orderPlaced(`security: ${security}`)}${schemes()}
`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: securityRequired.example.before,
    after: securityRequired.example.after,
    finds: [
      'breaking structural security-required 7:17 → 7:18: calls without credentials were accepted, now `key` is needed',
    ],
  },
  {
    title: 'is told of a webhook, where the API is the caller',
    before: calling('[]'),
    after: calling('[{ key: [] }]'),
    finds: [
      'info structural security-required 7:17 → 7:18: calls without credentials were accepted, now `key` is needed',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: securityRequired.example.after,
    after: securityRequired.example.before,
    finds: [],
  },
]
