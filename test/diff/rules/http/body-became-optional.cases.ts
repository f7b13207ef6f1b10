import { bodyBecameOptional } from '../../../../src/diff/rules/http/body-became-optional.js'
import { orderPlaced } from '../../../../src/diff/rules/http/example.js'
import type { RuleCase } from '../support/rule-cases.js'

const body = (more: string) => `requestBody: { ${more}content: { application/json: {} } }`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: bodyBecameOptional.example.before,
    after: bodyBecameOptional.example.after,
    finds: ['info structural body-became-optional 7:32 → 7:20: the body of the request became optional'],
  },
  {
    title: 'breaks the readers of a webhook',
    before: orderPlaced(body('required: true, ')),
    after: orderPlaced(body('')),
    finds: ['breaking structural body-became-optional 7:32 → 7:20: the body of the request became optional'],
  },
  {
    title: 'is another matter the other way round',
    before: bodyBecameOptional.example.after,
    after: bodyBecameOptional.example.before,
    finds: [],
  },
]
