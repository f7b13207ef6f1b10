import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { parameterBecameRequired } from '../../../../src/diff/rules/http/parameter-became-required.js'
import type { RuleCase } from '../support/rule-cases.js'

const state = (more: string) => `parameters: [{ name: X-State, in: header${more}, schema: { type: string } }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterBecameRequired.example.before,
    after: parameterBecameRequired.example.after,
    finds: ['breaking structural parameter-became-required 7:20 → 7:56: the query parameter `state` became required'],
  },
  {
    title: 'says of a webhook that it is a promise more',
    before: orderPlaced(state('')),
    after: orderPlaced(state(', required: true')),
    finds: ['info structural parameter-became-required 7:20 → 7:59: the header parameter `X-State` became required'],
  },
  {
    title: 'is another matter the other way round',
    before: parameterBecameRequired.example.after,
    after: parameterBecameRequired.example.before,
    finds: [],
  },
]
