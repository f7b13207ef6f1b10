import { operation } from '../../../../src/diff/rules/http/example.js'
import { headerNotationChanged } from '../../../../src/diff/rules/http/header-notation-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const header = (text: string) =>
  operation(
    'get /orders',
    'listOrders',
    `responses: { '204': { description: None., headers: { X-Page: { ${text} } } } }`,
  )

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: headerNotationChanged.example.before,
    after: headerNotationChanged.example.after,
    finds: [
      'breaking structural response-header-notation-changed 7:68 → 7:79: the header `X-Page` of the response 204 is written `a=1,b=2` instead of `a,1,b,2`',
    ],
  },
  {
    title: 'finds a media type',
    before: header('schema: { type: string }'),
    after: header('content: { application/json: { schema: { type: string } } }'),
    finds: [
      'breaking structural response-header-notation-changed 7:78 → 7:68: the header `X-Page` of the response 204 is written as `application/json` instead of as plain text',
    ],
  },
  {
    title: 'is silent about what texts do not show',
    before: header('schema: { type: string }'),
    after: header('explode: true, schema: { type: string }'),
    finds: [],
  },
  {
    title: 'is another matter the other way round',
    before: headerNotationChanged.example.after,
    after: headerNotationChanged.example.before,
    finds: [
      'breaking structural response-header-notation-changed 7:79 → 7:68: the header `X-Page` of the response 204 is written `a,1,b,2` instead of `a=1,b=2`',
    ],
  },
]
