import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { parameterBecameOptional } from '../../../../src/diff/rules/http/parameter-became-optional.js'
import type { RuleCase } from '../support/rule-cases.js'

const state = (more: string) => `parameters: [{ name: X-State, in: header${more}, schema: { type: string } }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterBecameOptional.example.before,
    after: parameterBecameOptional.example.after,
    finds: ['info structural parameter-became-optional 7:56 → 7:20: the query parameter `state` became optional'],
  },
  {
    title: 'breaks the readers of a webhook',
    before: orderPlaced(state(', required: true')),
    after: orderPlaced(state('')),
    finds: [
      'breaking structural parameter-became-optional 7:59 → 7:20: the header parameter `X-State` became optional',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: parameterBecameOptional.example.after,
    after: parameterBecameOptional.example.before,
    finds: [],
  },
]
