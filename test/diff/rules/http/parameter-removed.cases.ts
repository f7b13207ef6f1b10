import { listOrders, orderPlaced } from '../../../../src/diff/rules/http/example.js'
import { parameterRemoved } from '../../../../src/diff/rules/http/parameter-removed.js'
import type { RuleCase } from '../support/rule-cases.js'

const state = (more: string) => `parameters: [{ name: X-State, in: header${more}, schema: { type: string } }]`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: parameterRemoved.example.before,
    after: parameterRemoved.example.after,
    finds: [
      'warning structural parameter-removed 7:20 → -: the query parameter `state` was removed and is ignored now',
    ],
  },
  {
    title: 'breaks the readers of a webhook',
    before: orderPlaced(state(', required: true')),
    after: orderPlaced(),
    finds: ['breaking structural parameter-removed 7:20 → -: the header parameter `X-State` was removed'],
  },
  {
    title: 'lets go what was announced',
    before: listOrders(state(', x-lifecycle: { state: deprecated, sunset: 2025-12-31 }')),
    after: listOrders(),
    finds: [
      'info structural parameter-removed 7:20 → -: the header parameter `X-State` was removed and is ignored now',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: parameterRemoved.example.after,
    after: parameterRemoved.example.before,
    finds: [],
  },
]
