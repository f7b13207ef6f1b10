import { listOrders } from '../../../../src/diff/rules/http/example.js'
import { schemeChanged } from '../../../../src/diff/rules/http/scheme-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const scheme = (
  text: string,
) => `${listOrders('security: [{ key: [] }]')}components: { securitySchemes: { key: { ${text} } } }
`

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: schemeChanged.example.before,
    after: schemeChanged.example.after,
    finds: [
      'breaking structural scheme-changed 11:44 → 11:44: the security scheme `key` wants the header `X-Token` instead of the header `X-Api-Key`',
    ],
  },
  {
    title: 'finds another kind',
    before: scheme('type: http, scheme: basic'),
    after: scheme('type: mutualTLS'),
    finds: [
      'breaking structural scheme-changed 9:47 → 9:47: the security scheme `key` wants a certificate (mutual TLS) instead of the HTTP scheme `basic`',
    ],
  },
  {
    title: 'finds another scheme of HTTP',
    before: scheme('type: http, scheme: basic'),
    after: scheme('type: http, scheme: bearer'),
    finds: [
      'breaking structural scheme-changed 9:61 → 9:61: the security scheme `key` wants the HTTP scheme `bearer` instead of the HTTP scheme `basic`',
    ],
  },
  {
    title: 'is told once of another place and name',
    before: scheme('type: apiKey, in: header, name: X-Key'),
    after: scheme('type: apiKey, in: query, name: key'),
    finds: [
      'breaking structural scheme-changed 9:59 → 9:59: the security scheme `key` wants the query parameter `key` instead of the header `X-Key`',
    ],
  },
  {
    title: 'is silent about the case of a header',
    before: scheme('type: apiKey, in: header, name: X-Key'),
    after: scheme('type: apiKey, in: header, name: x-key'),
    finds: [],
  },
  {
    title: 'is another matter the other way round',
    before: schemeChanged.example.after,
    after: schemeChanged.example.before,
    finds: [
      'breaking structural scheme-changed 11:44 → 11:44: the security scheme `key` wants the header `X-Api-Key` instead of the header `X-Token`',
    ],
  },
]
