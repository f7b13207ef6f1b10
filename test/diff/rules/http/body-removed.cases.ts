import { bodyRemoved } from '../../../../src/diff/rules/http/body-removed.js'
import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const body = 'requestBody: { content: { application/json: {} } }'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: bodyRemoved.example.before,
    after: bodyRemoved.example.after,
    finds: ['warning structural body-removed 7:20 → -: the body of the request was removed and is ignored now'],
  },
  {
    title: 'breaks the readers of a webhook',
    before: orderPlaced(body),
    after: orderPlaced(),
    finds: ['breaking structural body-removed 7:20 → -: the body of the request was removed'],
  },
  {
    title: 'is another matter the other way round',
    before: bodyRemoved.example.after,
    after: bodyRemoved.example.before,
    finds: [],
  },
]
