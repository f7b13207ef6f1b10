import { bodyAdded } from '../../../../src/diff/rules/http/body-added.js'
import { createOrder, orderPlaced } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const body = (more: string) => `requestBody: { ${more}content: { application/json: {} } }`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: bodyAdded.example.before,
    after: bodyAdded.example.after,
    finds: ['breaking structural body-added - → 7:20: the request has a required body now'],
  },
  {
    title: 'is told of an optional one',
    before: createOrder(),
    after: createOrder(body('')),
    finds: ['info structural body-added - → 7:20: the request has an optional body now'],
  },
  {
    title: 'is told of a webhook',
    before: orderPlaced(),
    after: orderPlaced(body('required: true, ')),
    finds: ['info structural body-added - → 7:20: the request has a required body now'],
  },
  {
    title: 'is another matter the other way round',
    before: bodyAdded.example.after,
    after: bodyAdded.example.before,
    finds: [],
  },
]
