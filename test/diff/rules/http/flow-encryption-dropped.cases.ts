import { flowEncryptionDropped } from '../../../../src/diff/rules/http/flow-encryption-dropped.js'
import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'points at both sides',
    before: flowEncryptionDropped.example.before,
    after: flowEncryptionDropped.example.after,
    finds: [
      'breaking security flow-encryption-dropped 14:40 → 14:40: the `tokenUrl` of the OAuth flow `clientCredentials` is not encrypted any more: `http://login.example.com/token`',
    ],
  },
  {
    title: 'is another matter the other way round',
    before: flowEncryptionDropped.example.after,
    after: flowEncryptionDropped.example.before,
    finds: [],
  },
]
