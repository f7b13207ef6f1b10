import { bodyBecameRequired } from '../../../../src/diff/rules/http/body-became-required.js'
import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const body = (more: string) => `requestBody: { ${more}content: { application/json: {} } }`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: bodyBecameRequired.example.before,
    after: bodyBecameRequired.example.after,
    finds: ['breaking structural body-became-required 7:20 → 7:32: the body of the request became required'],
  },
  {
    title: 'says of a webhook that it is a promise more',
    before: orderPlaced(body('')),
    after: orderPlaced(body('required: true, ')),
    finds: ['info structural body-became-required 7:20 → 7:32: the body of the request became required'],
  },
  {
    title: 'is another matter the other way round',
    before: bodyBecameRequired.example.after,
    after: bodyBecameRequired.example.before,
    finds: [],
  },
]
