import { document } from '../../../../src/diff/rules/http/example.js'
import { schemeTokenFormat } from '../../../../src/diff/rules/http/scheme-token-format.js'
import type { RuleCase } from '../support/rule-cases.js'

const bearer = (more: string) =>
  document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer${more} } } }`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: schemeTokenFormat.example.before,
    after: schemeTokenFormat.example.after,
    finds: [
      'info structural scheme-token-format 4:85 → 4:85: the tokens of `token` are said to be `JWT`, not `opaque`',
    ],
  },
  {
    title: 'is told of a first hint',
    before: bearer(''),
    after: bearer(', bearerFormat: JWT'),
    finds: ['info structural scheme-token-format 4:41 → 4:85: the tokens of `token` are said to be `JWT`'],
  },
  {
    title: 'is told of one that went',
    before: bearer(', bearerFormat: JWT'),
    after: bearer(''),
    finds: ['info structural scheme-token-format 4:85 → 4:41: the tokens of `token` are not said to be `JWT` any more'],
  },
  {
    title: 'is another matter the other way round',
    before: schemeTokenFormat.example.after,
    after: schemeTokenFormat.example.before,
    finds: [
      'info structural scheme-token-format 4:85 → 4:85: the tokens of `token` are said to be `opaque`, not `JWT`',
    ],
  },
]
