import { document } from '../../../../src/diff/rules/http/example.js'
import { schemeIssuerChanged } from '../../../../src/diff/rules/http/scheme-issuer-changed.js'
import type { RuleCase } from '../support/rule-cases.js'

const login = (more: string) =>
  document(`paths: {}
components: { securitySchemes: { login: { type: oauth2, flows: {}${more} } } }`).replace('3.1.0', '3.2.0')

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: schemeIssuerChanged.example.before,
    after: schemeIssuerChanged.example.after,
    finds: [
      'warning structural scheme-issuer-changed 4:82 → 4:82: the description of the security scheme `login` moved from `https://login.example.com/.well-known/openid-configuration` to `https://id.example.com/.well-known/openid-configuration`',
    ],
  },
  {
    title: 'is told of a description that is new',
    before: login(''),
    after: login(', oauth2MetadataUrl: https://a.example.com/meta'),
    finds: [
      'info structural scheme-issuer-changed 4:41 → 4:87: the description of the security scheme `login` is at `https://a.example.com/meta` now',
    ],
  },
  {
    title: 'warns of one that went',
    before: login(', oauth2MetadataUrl: https://a.example.com/meta'),
    after: login(''),
    finds: [
      'warning structural scheme-issuer-changed 4:87 → 4:41: the description of the security scheme `login` is not at `https://a.example.com/meta` any more',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: schemeIssuerChanged.example.after,
    after: schemeIssuerChanged.example.before,
    finds: [
      'warning structural scheme-issuer-changed 4:82 → 4:82: the description of the security scheme `login` moved from `https://id.example.com/.well-known/openid-configuration` to `https://login.example.com/.well-known/openid-configuration`',
    ],
  },
]
