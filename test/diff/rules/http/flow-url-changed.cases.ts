import { flowUrlChanged } from '../../../../src/diff/rules/http/flow-url-changed.js'
import { withFlows } from '../../../../src/diff/rules/http/security-example.js'
import type { RuleCase } from '../support/rule-cases.js'

const flow = (url: string) => withFlows(`clientCredentials: { tokenUrl: https://a.example.com/${url}, scopes: {} }`)

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowUrlChanged.example.before,
    after: flowUrlChanged.example.after,
    finds: [
      'warning structural flow-url-changed 14:40 → 14:40: the `tokenUrl` of the OAuth flow `clientCredentials` moved from `https://login.example.com/token` to `https://id.example.com/token`',
    ],
  },
  {
    title: 'is told of a new address',
    before: flow(''),
    after: flow(', refreshUrl: https://a.example.com/refresh'),
    finds: [
      'info structural flow-url-changed 14:28 → 14:76: the `refreshUrl` of the OAuth flow `clientCredentials` is `https://a.example.com/refresh` now',
    ],
  },
  {
    title: 'warns of one that went',
    before: flow(', refreshUrl: https://a.example.com/refresh'),
    after: flow(''),
    finds: [
      'warning structural flow-url-changed 14:76 → 14:28: the `refreshUrl` of the OAuth flow `clientCredentials` was removed (`https://a.example.com/refresh`)',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: flowUrlChanged.example.after,
    after: flowUrlChanged.example.before,
    finds: [
      'warning structural flow-url-changed 14:40 → 14:40: the `tokenUrl` of the OAuth flow `clientCredentials` moved from `https://id.example.com/token` to `https://login.example.com/token`',
    ],
  },
]
