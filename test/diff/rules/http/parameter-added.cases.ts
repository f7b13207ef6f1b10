import { listOrders, orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { parameterAdded } from '../../../../src/diff/rules/http/parameter-added.js'
import type { RuleCase } from '../support/rule-cases.js'

const state = (more: string) => `parameters: [{ name: X-State, in: header${more}, schema: { type: string } }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterAdded.example.before,
    after: parameterAdded.example.after,
    finds: ['breaking structural parameter-added - → 7:20: the required query parameter `region` is new'],
  },
  {
    title: 'is told of an optional one',
    before: listOrders(),
    after: listOrders(state('')),
    finds: ['info structural parameter-added - → 7:20: the optional header parameter `X-State` is new'],
  },
  {
    title: 'is told of a webhook',
    before: orderPlaced(),
    after: orderPlaced(state(', required: true')),
    finds: ['info structural parameter-added - → 7:20: the required header parameter `X-State` is new'],
  },
  {
    title: 'is another matter the other way round',
    before: parameterAdded.example.after,
    after: parameterAdded.example.before,
    finds: [],
  },
]
